package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.Fixtures;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two clients edit a policy into each other, and a third user adds waivers on the server. What must be
 * there is noted beside, by what the server stored and by what was dropped by name.
 */
class CurationTwoClientsTest {
  private static final int EDITS = 20;
  private static final CurationPolicyId ID = CurationPolicyId.of("50");
  private static final Set<String> EDITABLE = Set.of(
      "name",
      "scope",
      "repo_exclude",
      "repo_include",
      "pkg_types_include",
      "group_include",
      "group_exclude",
      "policy_action",
      "condition_id",
      "waivers",
      "label_waivers",
      "notify_emails",
      "waiver_request_config",
      "decision_owners",
      "block_from_cache",
      "share_with_federation");
  private static final Set<String> NEW_PACKAGE_WAIVER =
      Set.of("pkg_type", "pkg_name", "all_versions", "pkg_versions", "justification");
  private static final Set<String> NEW_LABEL_WAIVER = Set.of("label", "justification");

  private final CurationServer server = new CurationServer();
  private final XrayClient secondXray = server.client();
  private final CurationPolicies second = Curation.of(secondXray).policies();

  /** Each waiver that was ever seen and not dropped, as it was first seen, by list and id. */
  private final Map<String, JsonNode> alive = new TreeMap<>();

  private boolean fromCache = true;
  private int fresh;
  private int conflicts;

  @AfterEach
  void stop() {
    secondXray.close();
    server.close();
  }

  static IntStream runs() {
    return IntStream.range(0, 12);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void loseNothingThatNobodyDropped(int run) {
    Random random = new Random(run);
    server.fake.seed(
        Kind.CURATION_POLICIES,
        "{\"id\":\"50\",\"enabled\":true,\"name\":\"start\",\"scope\":\"all_repos\","
            + "\"updated_at\":\"2025-03-12T16:26:10+02:00\",\"policy_action\":\"block\","
            + "\"condition_id\":\"1\",\"waiver_request_config\":\"forbidden\","
            + "\"block_from_cache\":true,\"share_with_federation\":false,"
            + "\"label_waivers\":[{\"id\":\"1\",\"label\":\"first\",\"justification\":\"j\","
            + "\"created_by\":\"someone\",\"created_at\":\"2024-01-01T00:00:00.000Z\"}]}");
    server.addWaiver("50", "1", "first");
    note(Set.of());

    for (int i = 0; i < EDITS; i++) {
      CurationPolicies client = random.nextBoolean() ? server.policies : second;
      CurationPolicies other = client == second ? server.policies : second;
      edit(client, other, random, random.nextInt(4));
    }

    assertThat(conflicts).as("the clients met").isPositive();
    server.fake.requests().stream()
        .filter(request -> request.method().equals("PUT"))
        .forEach(this::holdsDocumentedFieldsOnly);
  }

  /** One edit, in the middle of which others come in between this often. */
  private void edit(CurationPolicies client, CurationPolicies other, Random random, int others) {
    int[] left = {others};
    Set<String> dropped = new TreeSet<>();
    boolean[] cache = {fromCache};
    try {
      UpdateResult<CurationPolicy> result = client.edit(
          ID,
          update -> {
            dropped.clear();
            CurationPolicyUpdate made = change(update, random, dropped, cache);
            if (left[0]-- > 0) {
              intrude(other, random);
            }
            return made;
          },
          Retry.times(random.nextInt(3)));
      fromCache = cache[0];
      assertThat(result.unexpectedChanges()).isEmpty();
      note(dropped);
    } catch (XrayConcurrentChangeException e) {
      conflicts++;
      note(Set.of());
    }
  }

  private void intrude(CurationPolicies other, Random random) {
    if (random.nextBoolean()) {
      server.addWaiver("50", "t" + fresh, "third-" + fresh++);
      note(Set.of());
    } else {
      edit(other, other, random, 0);
    }
  }

  private CurationPolicyUpdate change(
      CurationPolicyUpdate.Builder update, Random random, Set<String> dropped, boolean[] cache) {
    CurationPolicy read = update.build().base();
    cache[0] = fromCache;
    String name = "n" + fresh++;
    switch (random.nextInt(8)) {
      case 0:
        update.name(name).action(random.nextBoolean() ? PolicyAction.BLOCK : PolicyAction.DRY_RUN);
        break;
      case 1:
        update.onlyRepositories(name);
        break;
      case 2:
        update.packageTypes(PackageType.NPM).notifyEmails(List.of(name + "@b.example"));
        break;
      case 3:
        cache[0] = random.nextBoolean();
        update.blockFromCache(cache[0]);
        break;
      case 4:
        update.addLabelWaiver(NewLabelWaiver.of(name, "why"));
        break;
      case 5:
        if (!read.waivers().isEmpty()) {
          PackageWaiver gone = read.waivers().get(random.nextInt(read.waivers().size()));
          dropped.add("waivers/" + gone.id());
          update.replaceWaiver(gone.id(), waiver -> waiver.withJustification(name));
        }
        break;
      case 6:
        if (!read.labelWaivers().isEmpty()) {
          LabelWaiver gone =
              read.labelWaivers().get(random.nextInt(read.labelWaivers().size()));
          dropped.add("label_waivers/" + gone.id());
          update.dropLabelWaiver(gone.id());
        }
        break;
      default:
        update.addWaiver(NewPackageWaiver.versions(PackageType.NPM, name, List.of("1"), "why"));
    }
    return update.build();
  }

  /** Checks what the server holds against what must be there, and notes what came. */
  private void note(Set<String> dropped) {
    JsonNode policy = server.policy("50");
    alive.keySet().removeAll(dropped);
    Map<String, JsonNode> now = new TreeMap<>();
    for (String list : List.of("waivers", "label_waivers")) {
      policy.path(list).forEach(waiver -> now.put(list + "/" + waiver.path("id").asText(), waiver));
    }
    assertThat(now).containsAllEntriesOf(alive);
    dropped.forEach(waiver -> assertThat(now).doesNotContainKey(waiver));
    assertThat(policy.path("block_from_cache").asBoolean()).isEqualTo(fromCache);
    alive.putAll(now);
  }

  private void holdsDocumentedFieldsOnly(RecordedRequest put) {
    JsonNode body = Fixtures.parse(put.body());
    assertThat(EDITABLE).containsAll(body::fieldNames);
    assertThat(body.path("waivers").isArray()).isTrue();
    assertThat(body.path("label_waivers").isArray()).isTrue();
    holdsDocumentedFieldsOnly(body.path("waivers"), NEW_PACKAGE_WAIVER);
    holdsDocumentedFieldsOnly(body.path("label_waivers"), NEW_LABEL_WAIVER);
  }

  private static void holdsDocumentedFieldsOnly(JsonNode waivers, Set<String> fieldsOfNew) {
    for (JsonNode waiver : waivers) {
      assertThat(waiver.has("id") ? Set.of("id") : fieldsOfNew).containsAll(waiver::fieldNames);
    }
  }
}
