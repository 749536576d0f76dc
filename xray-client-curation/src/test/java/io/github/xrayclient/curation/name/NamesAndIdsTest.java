package io.github.xrayclient.curation.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xrayclient.curation.CurationPolicyDraft;
import io.github.xrayclient.curation.CurationServer;
import io.github.xrayclient.curation.condition.ConditionDraft;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.error.XrayAmbiguousNameException;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.value.NameOrId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Curation policies and conditions are meant by their names or by their ids, which are digits. */
class NamesAndIdsTest {
  private static final String POLICIES = "GET /xray/api/v1/curation/policies";
  private static final String CONDITIONS = "GET /xray/api/v1/curation/conditions";

  private final CurationServer server = new CurationServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private List<String> requests() {
    return server.fake.requests().stream()
        .filter(request -> request.path().contains("/curation/")) // a 404 asks for the version
        .map(request -> request.method() + " " + request.path())
        .collect(Collectors.toList());
  }

  private CurationPolicyId create(String name) {
    return server
        .policies
        .create(CurationPolicyDraft.named(name, ConditionId.of("1")).build())
        .id();
  }

  @Nested
  class OfPolicies {
    @ParameterizedTest
    @ValueSource(strings = {"11", "id:11"})
    void areIdsIfTheyAreDigits(String policy) {
      CurationPolicyId named = create("11");

      assertThat(server.policies.get(NameOrId.parse(policy)).id())
          .isEqualTo(CurationPolicyId.of("11"))
          .isNotEqualTo(named);
      assertThat(requests()).endsWith("POST /xray/api/v1/curation/policies", POLICIES + "/11");
    }

    @Test
    void areNamesIfTheServerAnswers404ForTheDigits() {
      CurationPolicyId named = create("99");
      server.fake.clearRequests();

      assertThat(server.policies.get(NameOrId.parse("99")).id()).isEqualTo(named);
      assertThat(requests()).containsExactly(POLICIES + "/99", POLICIES);
      assertThat(server.fake.requests())
          .last()
          .satisfies(request -> assertThat(request.queryParameter("name")).contains("99"));
    }

    @Test
    void areOnlyNamesIfTheyAreNoDigits() {
      CurationPolicyId named = create("no malware");
      server.fake.clearRequests();

      assertThat(server.policies.get(NameOrId.parse("no malware")).id()).isEqualTo(named);
      assertThat(requests()).containsExactly(POLICIES);
    }

    @Test
    void areOnlyWhatTheUserSays() {
      CurationPolicyId named = create("11");
      server.fake.clearRequests();

      assertThat(server.policies.get(NameOrId.parse("name:11")).id()).isEqualTo(named);
      assertThat(server.policies.find(NameOrId.parse("id:99"))).isEmpty();
      assertThat(requests()).containsExactly(POLICIES, POLICIES + "/99");
    }

    @ParameterizedTest
    @CsvSource({
      "99, 'no curation policy has the id 99 (404) or the name \"99\"'",
      "name:99, 'no curation policy has the name \"99\"'",
      "none, 'no curation policy has the name \"none\"'"
    })
    void areNamedInTheMessageIfThereIsNone(String policy, String message) {
      assertThat(server.policies.find(NameOrId.parse(policy))).isEmpty();
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> server.policies.get(NameOrId.parse(policy)))
          .withMessage(message)
          .satisfies(
              missing -> assertThat(missing.uri()).hasPath("/xray/api/v1/curation/policies"));
    }

    @Test
    void keepTheWordsOfTheServerIfAnIdIsMissing() {
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> server.policies.get(NameOrId.ofId("99")))
          .withMessageContaining("/curation/policies/99 answered 404");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 500})
    void areNoNamesIfTheServerFailsForTheDigits(int status) {
      server.fake.failNext(status, 1);

      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> server.policies.find(NameOrId.parse("11")))
          .satisfies(failure -> assertThat(failure.statusCode()).isEqualTo(status));
      assertThat(requests()).doesNotContain(POLICIES);
    }

    @Test
    void areRefusedIfSeveralHaveTheName() {
      CurationPolicyId one = create("twin");
      CurationPolicyId two = create("twin");

      assertThatExceptionOfType(XrayAmbiguousNameException.class)
          .isThrownBy(() -> server.policies.get(NameOrId.parse("twin")))
          .withMessageMatching("GET http\\S+/curation/policies\\?name=twin found that 2 curation"
              + " policies have the name \"twin\"; use one of their ids: " + one + ", " + two)
          .satisfies(several -> {
            assertThat(several.name()).isEqualTo("twin");
            assertThat(several.ids()).containsExactly(one.wire(), two.wire());
            assertThat(several.problem()).isEqualTo("2 curation policies have the name \"twin\"");
            assertThat(several.remedy().orElseThrow().arguments()).isEqualTo(several.ids());
          });
    }

    @Test
    void changeThePolicyThatIsFound() {
      CurationPolicyId named = create("no malware");
      server.fake.clearRequests();

      server.policies.edit(NameOrId.parse("no malware"), update -> update.name("other"));

      assertThat(server.policies.get(named).name()).isEqualTo("other");
      assertThat(requests())
          .startsWith(
              POLICIES,
              POLICIES + "/" + named,
              POLICIES + "/" + named,
              "PUT /xray/api/v1/curation/policies/" + named);
    }
  }

  @Nested
  class OfConditions {
    @Test
    void areIdsOrNames() {
      assertThat(server.conditions.get(NameOrId.parse("1")).name()).hasValue("Malicious package");
      assertThat(server.conditions.get(NameOrId.parse("Malicious package")).id())
          .isEqualTo(ConditionId.of("1"));
      assertThat(requests()).containsExactly(CONDITIONS + "/1", CONDITIONS);
    }

    @Test
    void areNamedInTheMessageIfThereIsNone() {
      assertThat(server.conditions.find(NameOrId.parse("999"))).isEmpty();
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> server.conditions.get(NameOrId.parse("999")))
          .withMessage("no condition has the id 999 (404) or the name \"999\"");
    }

    @Test
    void changeTheConditionThatIsFound() {
      ConditionId made = server
          .conditions
          .create(ConditionDraft.cve("one", "CVE-2021-1").build())
          .id();

      server.conditions.edit(NameOrId.parse("one"), update -> update.name("two"));

      assertThat(server.conditions.get(made).name()).hasValue("two");
    }
  }
}
