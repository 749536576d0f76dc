package io.github.xrayclient.testing.internal.packagestatus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the curation policies that block a package. A package meets the conditions that a test
 * stored with it, and those that name its version. Policies for groups block nothing here, since
 * the groups of the user are not known.
 */
public final class PackageGate {
  private final StoredObjects holdings;
  private final AskedPackage asked;
  private final Optional<ObjectNode> known;

  public PackageGate(StoredObjects holdings, AskedPackage asked) {
    this.holdings = holdings;
    this.asked = asked;
    this.known = holdings.store(Kind.PACKAGES).find(asked.id());
  }

  /** Whether the catalog has the package, or a condition names it. */
  boolean isKnown() {
    return known.isPresent()
        || holdings.store(Kind.CONDITIONS).all().stream().anyMatch(this::names);
  }

  /** The policies that block the package in a repository, as answers contain them. */
  public List<ObjectNode> blocking(String repository) {
    List<ObjectNode> blocking = new ArrayList<>();
    for (ObjectNode policy : holdings.store(Kind.CURATION_POLICIES).all()) {
      if (blocks(policy) && covers(policy, repository) && !isWaivedBy(policy)) {
        violated(policy).ifPresent(blocking::add);
      }
    }
    return blocking;
  }

  /** The message with which Curation refuses a download because of these policies. */
  public String refusal(Collection<ObjectNode> policies) {
    String groups = policies.stream()
        .map(policy ->
            List.of("policy_name", "condition_name", "explanation", "remediation").stream()
                .map(member -> Trees.text(policy, member))
                .collect(Collectors.joining(", ", "{", "}")))
        .collect(Collectors.joining(","));
    return "Package " + asked
        + " download was blocked by JFrog Packages Curation service due to the"
        + " following policies violated " + groups + ".";
  }

  private static boolean blocks(ObjectNode policy) {
    return policy.path("enabled").asBoolean(true)
        && Trees.text(policy, "policy_action").equals("block");
  }

  private boolean covers(ObjectNode policy, String repository) {
    switch (Trees.text(policy, "scope")) {
      case "all_repos":
        return !has(policy.path("repo_exclude"), repository);
      case "specific_repos":
        return has(policy.path("repo_include"), repository);
      case "pkg_types":
        return !has(policy.path("repo_exclude"), repository)
            && texts(policy.path("pkg_types_include")).stream().anyMatch(asked::isOfType);
      default:
        return false;
    }
  }

  private boolean isWaivedBy(ObjectNode policy) {
    JsonNode labels = known.map(stored -> stored.path("labels")).orElseGet(Trees::object);
    return Trees.objects(policy.path("waivers")).stream().anyMatch(asked::isWaivedBy)
        || Trees.objects(policy.path("label_waivers")).stream()
            .anyMatch(waiver -> has(labels, Trees.text(waiver, "label")));
  }

  /** The policy as answers contain it, if the package meets its condition. */
  private Optional<ObjectNode> violated(ObjectNode policy) {
    String id = Trees.text(policy, "condition_id");
    Optional<ObjectNode> condition = holdings.store(Kind.CONDITIONS).find(id);
    Optional<ObjectNode> met = known.stream()
        .flatMap(stored -> Trees.objects(stored.path("meets")).stream())
        .filter(each -> Trees.text(each, "condition_id").equals(id))
        .findFirst();
    Optional<ObjectNode> named = condition
        .filter(this::names)
        .map(each -> Trees.object("explanation", asked + " is banned"));
    return met.or(() -> named)
        .map(why -> Trees.object("policy_name", Trees.text(policy, "name"))
            .put(
                "condition_name",
                condition.map(each -> Trees.text(each, "name")).orElse(""))
            .put("explanation", Trees.text(why, "explanation"))
            .put("remediation", Trees.text(why, "remediation")));
  }

  private boolean names(ObjectNode condition) {
    Map<String, JsonNode> parameters = new HashMap<>();
    Trees.objects(condition.path("param_values"))
        .forEach(each -> parameters.put(Trees.text(each, "param_id"), each.path("value")));
    return asked.isNamedBy(parameters);
  }

  private static boolean has(JsonNode list, String text) {
    return texts(list).contains(text);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
