package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.Fixtures;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.value.UnexpectedChange;
import io.github.xrayclient.value.UpdateResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Updates against a server that enforces the documented rules. */
class CurationUpdateOnServerTest {
  private static final String ONE = "/xray/api/v1/curation/policies/{policy_id}";
  private static final CurationPolicyId ELEVEN = CurationPolicyId.of("11");

  private final FakeXray server = FakeXray.start();
  private final XrayClient xray = XrayClient.builder()
      .baseUrl(server.url())
      .credentials(Credentials.anonymous())
      .retryPolicy(RetryPolicy.none())
      .build();
  private final CurationPolicies policies = Curation.of(xray).policies();

  @BeforeEach
  void fill() {
    server.seed(Kind.CURATION_POLICIES, Fixtures.text("policies/GET_policies_200.json"));
  }

  @AfterEach
  void stop() {
    xray.close();
    server.close();
  }

  static IntStream runs() {
    return IntStream.range(0, 25);
  }

  private JsonNode stored(String id) {
    return server.stored(Kind.CURATION_POLICIES).stream()
        .filter(policy -> policy.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode sent() {
    List<RecordedRequest> requests = server.requests();
    return requests.get(requests.size() - 1).json();
  }

  @Nested
  class TheObjectAsRead {
    @Test
    void isRefusedWhenItIsSentBack() {
      JsonNode read = xray.call("GET", ONE, "11").as(JsonNode.class).send();

      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(() -> xray.call("PUT", ONE, "11").body(read).send())
          .withMessageContaining("cannot be set");
    }

    @Test
    void isRefusedAlsoWhenItsWaiversAloneAreSentBack() {
      CurationPolicy policy = policies.get(ELEVEN);
      ObjectNode body =
          XrayClient.jsonMapper().valueToTree(CurationPolicyUpdate.of(policy).build());
      body.set("waivers", XrayClient.jsonMapper().valueToTree(policy.waivers()));

      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(() -> xray.call("PUT", ONE, "11").body(body).send());
    }
  }

  @Nested
  class Update {
    @Test
    void thatChangesNothingChangesNothing() {
      JsonNode before = stored("11");

      UpdateResult<CurationPolicy> result =
          policies.update(ELEVEN, CurationPolicyUpdate.of(policies.get(ELEVEN)).build());

      assertThat(sent()).isEqualTo(Fixtures.json("policies/PUT_{id}_unchanged_request.json"));
      assertThat(withoutTimes(stored("11"))).isEqualTo(withoutTimes(before));
      assertThat(result.unexpectedChanges()).isEmpty();
    }

    @Test
    void thatChangesNothingIsTakenForEveryPolicyOfTheSample() {
      for (CurationPolicy policy : policies.list()) {
        JsonNode before = stored(policy.id().wire());

        UpdateResult<CurationPolicy> result =
            policies.update(policy.id(), CurationPolicyUpdate.of(policy).build());

        assertThat(withoutTimes(stored(policy.id().wire()))).isEqualTo(withoutTimes(before));
        assertThat(result.unexpectedChanges()).isEmpty();
      }
      assertThat(server.stored(Kind.CURATION_POLICIES)).hasSize(4);
    }

    @Test
    void addsAndDropsWaiversOfBothKinds() {
      CurationPolicyUpdate update = CurationPolicyUpdate.of(policies.get(ELEVEN))
          .dropWaiver(PackageWaiverId.of("2"))
          .addWaiver(NewPackageWaiver.allVersions(PackageType.NPM, "left-pad", "vendored"))
          .dropLabelWaiver(LabelWaiverId.of("1"))
          .addLabelWaiver(NewLabelWaiver.of("approved", "by the board"))
          .build();

      UpdateResult<CurationPolicy> result = policies.update(ELEVEN, update);

      assertThat(result.unexpectedChanges()).isEmpty();
      assertThat(result.value().waivers())
          .extracting(waiver -> waiver.packageName().orElseThrow())
          .containsExactly("jquery", "left-pad");
      assertThat(result.value().waivers().get(0).id()).isEqualTo(PackageWaiverId.of("1"));
      assertThat(result.value().labelWaivers())
          .extracting(waiver -> waiver.label().orElseThrow())
          .containsExactly("approved");
    }

    @Test
    void emptiesAList() {
      policies.update(
          ELEVEN,
          CurationPolicyUpdate.of(policies.get(ELEVEN)).notifyEmails(List.of()).build());

      assertThat(sent().path("notify_emails").isArray()).isTrue();
      assertThat(stored("11").path("notify_emails")).isEmpty();
    }

    @Test
    void movesThroughEveryScope() {
      CurationPolicy policy = policies.get(CurationPolicyId.of("14"));

      policy = policies
          .update(
              policy.id(), CurationPolicyUpdate.of(policy).onlyRepositories("a").build())
          .value();
      assertThat(policy.includedRepositories()).containsExactly("a");
      assertThat(policy.excludedRepositories()).isEmpty();
      policy = policies
          .update(
              policy.id(),
              CurationPolicyUpdate.of(policy).packageTypes(PackageType.GO).build())
          .value();
      assertThat(policy.includedPackageTypes()).containsExactly(PackageType.GO);
      assertThat(policy.includedRepositories()).isEmpty();
      UpdateResult<CurationPolicy> back = policies.update(
          policy.id(), CurationPolicyUpdate.of(policy).allRepositoriesExcept().build());

      assertThat(back.value().scope()).hasValue(CurationScope.ALL_REPOSITORIES);
      assertThat(back.value().includedPackageTypes()).isEmpty();
      assertThat(back.unexpectedChanges()).isEmpty();
    }

    @Test
    void keepsBlockFromCacheAndGroups() {
      server.seed(Kind.CURATION_POLICIES, Fixtures.text("policies/GET_{id}_newer-fields_200.json"));
      CurationPolicyId thirty = CurationPolicyId.of("30");

      policies.update(
          thirty, CurationPolicyUpdate.of(policies.get(thirty)).name("renamed").build());

      assertThat(stored("30").path("block_from_cache").asBoolean()).isTrue();
      assertThat(stored("30").path("group_include")).hasSize(1);
      assertThat(stored("30").path("name").asText()).isEqualTo("renamed");
    }

    @Test
    void tellsOfAnUnknownFieldThatTheServerLost() {
      server.seed(Kind.CURATION_POLICIES, Fixtures.text("policies/GET_{id}_newer-fields_200.json"));
      CurationPolicyId thirty = CurationPolicyId.of("30");

      UpdateResult<CurationPolicy> result =
          policies.update(thirty, CurationPolicyUpdate.of(policies.get(thirty)).build());

      assertThat(result.unsentFields()).containsExactly("future_field");
      assertThat(result.unexpectedChanges())
          .extracting(UnexpectedChange::field)
          .containsExactly("future_field");
    }

    @Test
    void keepsAnUnknownFieldThatIsCarried() {
      server.seed(Kind.CURATION_POLICIES, Fixtures.text("policies/GET_{id}_newer-fields_200.json"));
      CurationPolicyId thirty = CurationPolicyId.of("30");

      UpdateResult<CurationPolicy> result = policies.update(
          thirty,
          CurationPolicyUpdate.of(policies.get(thirty))
              .carryExtra("future_field")
              .build());

      assertThat(result.unsentFields()).isEmpty();
      assertThat(result.unexpectedChanges()).isEmpty();
      assertThat(stored("30").path("future_field")).isEqualTo(Fixtures.parse("{\"x\":1}"));
    }

    private JsonNode withoutTimes(JsonNode policy) {
      ObjectNode copy = policy.deepCopy();
      return copy.without(List.of("updated_at", "updated_by"));
    }
  }

  /** Sequences of edits by chance, beside a plain account of what must be there. */
  @Nested
  class RandomEdits {
    @ParameterizedTest
    @MethodSource("io.github.xrayclient.curation.CurationUpdateOnServerTest#runs")
    void loseNoWaiverAndNoFieldThatNobodyDropped(int run) {
      server.seed(
          Kind.CURATION_POLICIES,
          "{\"id\":\"50\",\"enabled\":true,\"name\":\"start\",\"scope\":\"all_repos\","
              + "\"repo_exclude\":[\"x\"],\"policy_action\":\"block\",\"condition_id\":\"1\","
              + "\"notify_emails\":[\"a@b.example\"],\"waiver_request_config\":\"manual\","
              + "\"decision_owners\":[\"deciders\"],\"block_from_cache\":true,"
              + "\"share_with_federation\":false,"
              + "\"waivers\":[{\"id\":\"1\",\"pkg_type\":\"npm\",\"pkg_name\":\"first\","
              + "\"all_versions\":true,\"justification\":\"j\"}],"
              + "\"label_waivers\":[{\"id\":\"1\",\"label\":\"first\",\"justification\":\"j\"}]}");
      Edits edits = new Edits(new Random(run), stored("50"));

      for (int i = 0; i < 30; i++) {
        CurationPolicy read = policies.get(CurationPolicyId.of("50"));
        UpdateResult<CurationPolicy> result = policies.update(
            read.id(), edits.next(CurationPolicyUpdate.of(read), read).build());
        assertThat(result.unexpectedChanges()).as("edit %s", i).isEmpty();
        edits.checkAgainst(stored("50"));
      }
    }
  }

  /** One random edit after the other, and what they must come to. */
  private static final class Edits {
    private static final List<String> COMPARED = List.of(
        "name",
        "scope",
        "repo_exclude",
        "repo_include",
        "pkg_types_include",
        "policy_action",
        "notify_emails",
        "waiver_request_config",
        "decision_owners",
        "block_from_cache",
        "share_with_federation",
        "enabled");

    private final Random random;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<String> packages = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private int counter;

    Edits(Random random, JsonNode start) {
      this.random = random;
      COMPARED.forEach(field -> expect(field, start.path(field)));
      packages.add("first");
      labels.add("first");
    }

    private void expect(String field, JsonNode value) {
      fields.put(field, value.isEmpty() && value.isArray() ? "" : value.toString());
    }

    private void expectText(String field, String text) {
      fields.put(field, '"' + text + '"');
    }

    private void expectScope(String scope, String list, List<String> elements) {
      expectText("scope", scope);
      for (String other : List.of("repo_exclude", "repo_include", "pkg_types_include")) {
        fields.put(other, "");
      }
      fields.put(list, elements.isEmpty() ? "" : "[\"" + String.join("\",\"", elements) + "\"]");
    }

    CurationPolicyUpdate.Builder next(CurationPolicyUpdate.Builder update, CurationPolicy read) {
      int changes = 1 + random.nextInt(3);
      List<PackageWaiver> droppable = new ArrayList<>(read.waivers());
      List<LabelWaiver> droppableLabels = new ArrayList<>(read.labelWaivers());
      for (int i = 0; i < changes; i++) {
        String fresh = "n" + counter++;
        switch (random.nextInt(10)) {
          case 0:
            update.name(fresh);
            expectText("name", fresh);
            break;
          case 1:
            boolean block = random.nextBoolean();
            update.action(block ? PolicyAction.BLOCK : PolicyAction.DRY_RUN);
            expectText("policy_action", block ? "block" : "dry_run");
            break;
          case 2:
            update.allRepositoriesExcept(fresh);
            expectScope("all_repos", "repo_exclude", List.of(fresh));
            break;
          case 3:
            update.onlyRepositories(fresh, "b");
            expectScope("specific_repos", "repo_include", List.of(fresh, "b"));
            break;
          case 4:
            update.packageTypes(PackageType.NPM);
            expectScope("pkg_types", "pkg_types_include", List.of("npm"));
            break;
          case 5:
            boolean cache = random.nextBoolean();
            update.blockFromCache(cache);
            fields.put("block_from_cache", String.valueOf(cache));
            break;
          case 6:
            update.addWaiver(NewPackageWaiver.versions(
                PackageType.MAVEN, fresh, List.of("1." + counter), "why"));
            packages.add(fresh);
            break;
          case 7:
            update.addLabelWaiver(NewLabelWaiver.of(fresh, "why"));
            labels.add(fresh);
            break;
          case 8:
            if (!droppable.isEmpty()) {
              PackageWaiver gone = droppable.remove(random.nextInt(droppable.size()));
              update.dropWaiver(gone.id());
              packages.remove(gone.packageName().orElseThrow());
            }
            break;
          default:
            if (!droppableLabels.isEmpty()) {
              LabelWaiver gone = droppableLabels.remove(random.nextInt(droppableLabels.size()));
              update.dropLabelWaiver(gone.id());
              labels.remove(gone.label().orElseThrow());
            }
        }
      }
      return update;
    }

    void checkAgainst(JsonNode stored) {
      Map<String, String> now = new LinkedHashMap<>();
      for (String field : COMPARED) {
        JsonNode value = stored.path(field);
        now.put(field, value.isArray() && value.isEmpty() ? "" : value.toString());
      }
      assertThat(now).isEqualTo(fields);
      assertThat(names(stored.path("waivers"), "pkg_name"))
          .containsExactlyInAnyOrderElementsOf(packages);
      assertThat(names(stored.path("label_waivers"), "label"))
          .containsExactlyInAnyOrderElementsOf(labels);
    }

    private static List<String> names(JsonNode waivers, String member) {
      List<String> names = new ArrayList<>();
      waivers.forEach(waiver -> names.add(waiver.path(member).asText()));
      return names;
    }
  }
}
