package io.github.xrayclient.curation.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.NewLabelWaiver;
import io.github.xrayclient.curation.NewPackageWaiver;
import io.github.xrayclient.curation.value.LabelWaiverId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PackageWaiverId;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.curation.value.WaiverRequestConfig;
import io.github.xrayclient.testsupport.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Changes by chance, asked of an update and made to the JSON that must come of it. */
final class RandomChanges {
  private static final List<String> SCOPE_LISTS =
      List.of("repo_exclude", "repo_include", "pkg_types_include");

  private final SplittableRandom random;
  private final CurationPolicyUpdate.Builder update;
  private final ObjectNode policy;
  private final Set<String> dropped = new TreeSet<>();
  private boolean setsScope;

  private RandomChanges(
      SplittableRandom random, CurationPolicyUpdate.Builder update, JsonNode read) {
    this.random = random;
    this.update = update;
    this.policy = read.deepCopy();
  }

  /** One to three changes; each text that is new begins with this word. */
  static Wanted make(
      SplittableRandom random, String word, CurationPolicyUpdate.Builder update, JsonNode read) {
    RandomChanges changes = new RandomChanges(random, update, read);
    int number = 1 + random.nextInt(3);
    for (int i = 0; i < number; i++) {
      changes.change(word + "-" + i);
    }
    changes.endSharing(read);
    return new Wanted(changes.policy, changes.dropped);
  }

  private void change(String word) {
    switch (random.nextInt(12)) {
      case 0:
        update.name(word);
        policy.put("name", word);
        break;
      case 1:
        update.action(PolicyAction.DRY_RUN);
        policy.put("policy_action", "dry_run");
        break;
      case 2:
        update.allRepositoriesExcept(word);
        scope("all_repos", "repo_exclude", word);
        break;
      case 3:
        update.onlyRepositories(word);
        scope("specific_repos", "repo_include", word);
        break;
      case 4:
        update.packageTypes(PackageType.NPM);
        scope("pkg_types", "pkg_types_include", "npm");
        break;
      case 5:
        boolean block = random.nextBoolean();
        update.blockFromCache(block);
        policy.put("block_from_cache", block);
        break;
      case 6:
        boolean empty = random.nextBoolean();
        update.notifyEmails(empty ? List.of() : List.of(word));
        policy.set("notify_emails", empty ? Fixtures.parse("[]") : list(word));
        break;
      case 7:
        update.waiverRequestConfig(WaiverRequestConfig.MANUAL).decisionOwners(List.of(word));
        policy.put("waiver_request_config", "manual").set("decision_owners", list(word));
        break;
      case 8:
        update.addLabelWaiver(NewLabelWaiver.of(word, "why"));
        policy
            .withArray("label_waivers")
            .addObject()
            .put("label", word)
            .put("justification", "why");
        break;
      case 9:
        drop("label_waivers", id -> update.dropLabelWaiver(LabelWaiverId.of(id)));
        break;
      case 10:
        dropOrReplace(word);
        break;
      default:
        update.addWaiver(NewPackageWaiver.versions(PackageType.NPM, word, List.of("1"), "why"));
        policy
            .withArray("waivers")
            .addObject()
            .put("pkg_type", "npm")
            .put("pkg_name", word)
            .put("all_versions", false)
            .put("justification", "why")
            .set("pkg_versions", list("1"));
    }
  }

  private void scope(String scope, String list, String element) {
    setsScope = true;
    policy.remove(SCOPE_LISTS).put("scope", scope).set(list, list(element));
  }

  /** Removes what the scope does not allow, if the scope is another one or the policy was shared. */
  private void endSharing(JsonNode read) {
    boolean isNew = !policy.path("scope").equals(read.path("scope"));
    if (policy.path("scope").asText().equals("specific_repos")
        && (isNew || (setsScope && read.path("share_with_federation").asBoolean()))) {
      policy.remove("share_with_federation");
    }
  }

  private static ArrayNode list(String element) {
    return ((ArrayNode) Fixtures.parse("[]")).add(element);
  }

  private void dropOrReplace(String word) {
    if (random.nextBoolean()) {
      drop("waivers", id -> update.dropWaiver(PackageWaiverId.of(id)));
      return;
    }
    drop(
            "waivers",
            id -> update.replaceWaiver(
                PackageWaiverId.of(id), waiver -> waiver.withJustification(word)))
        .forEach(old -> policy
            .withArray("waivers")
            .add(old.<ObjectNode>deepCopy()
                .remove(List.of("id", "created_by", "created_at"))
                .put("justification", word)));
  }

  /** Drops one of the waivers that have an id, if there is one, and gives it back. */
  private List<JsonNode> drop(String list, Consumer<String> ask) {
    ArrayNode waivers = policy.withArray(list);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < waivers.size(); i++) {
      if (waivers.get(i).has("id")) {
        places.add(i);
      }
    }
    if (places.isEmpty()) {
      return List.of();
    }
    JsonNode gone = waivers.remove(places.get(random.nextInt(places.size())));
    ask.accept(gone.path("id").asText());
    dropped.add(list + "/" + gone.path("id").asText());
    return List.of(gone);
  }

  /** What a policy is to be, and which waivers its author named to be dropped. */
  static final class Wanted {
    final JsonNode policy;
    final Set<String> dropped;

    Wanted(JsonNode policy, Set<String> dropped) {
      this.policy = policy;
      this.dropped = dropped;
    }
  }
}
