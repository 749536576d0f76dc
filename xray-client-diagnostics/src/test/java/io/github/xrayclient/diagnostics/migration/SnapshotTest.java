package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
  private final Server server = Server.filled(10);

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode content(ObjectKind kind, String name) {
    return server.migration().snapshot().find(ObjectKey.of(kind, name)).orElseThrow();
  }

  @Nested
  class OfAServer {
    @Test
    void takesOneListAKindAndTheVersion() {
      server.migration().snapshot();

      assertThat(server.fake.requests())
          .extracting(RecordedRequest::path)
          .containsExactlyInAnyOrder(
              "/xray/api/v1/curation/conditions",
              "/xray/api/v1/curation/policies",
              "/xray/api/v2/policies",
              "/xray/api/v2/watches",
              "/xray/api/v1/ignore_rules",
              "/xray/api/v1/system/version");
    }

    @Test
    void countsCustomConditionsOnly() {
      assertThat(server.migration().snapshot().counts())
          .containsEntry(ObjectKind.CONDITIONS, 1)
          .containsEntry(ObjectKind.CURATION_POLICIES, 1)
          .containsEntry(ObjectKind.POLICIES, 2)
          .containsEntry(ObjectKind.WATCHES, 1)
          .containsEntry(ObjectKind.IGNORE_RULES, 1);
    }

    @Test
    void namesTheConditionAndLeavesOutWhatTheServerSets() {
      assertThat(content(ObjectKind.CURATION_POLICIES, "no young"))
          .hasToString(
              "{\"name\":\"no"
                  + " young\",\"condition\":\"young\",\"label_waivers\":[{\"justification\":"
                  + "\"seen\",\"label\":\"approved\"}],\"policy_action\":\"block\",\"repo_exclude\":"
                  + "[\"a-remote\",\"b-remote\"],\"scope\":\"all_repos\",\"waiver_request_config\":"
                  + "\"forbidden\",\"waivers\":[{\"all_versions\":false,\"justification\":\"vendored\","
                  + "\"pkg_name\":\"left-pad\",\"pkg_type\":\"npm\",\"pkg_versions\":[\"1.0\",\"1.1\"]}]}");
      assertThat(content(ObjectKind.CONDITIONS, "young"))
          .hasToString(
              "{\"name\":\"young\",\"condition_template_id\":\"isImmature\",\"param_values\":[{\"param_id\":"
                  + "\"package_age_days\",\"value\":7}]}");
      assertThat(content(ObjectKind.WATCHES, "libs").at("/general_data"))
          .hasToString("{\"name\":\"libs\",\"active\":true}");
    }

    @Test
    void putsRulesInTheOrderOfTheirEvaluation() {
      assertThat(content(ObjectKind.POLICIES, "critical").path("rules"))
          .extracting(rule -> rule.path("name").asText())
          .containsExactly("first", "second");
    }

    @Test
    void keepsTheOrderOfRanges() {
      server.seed(
          Kind.CONDITIONS,
          "{'id':'99','is_custom':true,'name':'range','condition_template_id':'CVECVSSRange',"
              + "'param_values':[{'param_id':'vulnerability_cvss_score_range','value':[9,10.0]}]}");

      assertThat(content(ObjectKind.CONDITIONS, "range").at("/param_values/0/value"))
          .hasToString("[9,10.0]");
    }

    @Test
    void keepsUnknownFieldsAndThatAPolicyIsSwitchedOff() {
      server.seed(
          Kind.CURATION_POLICIES,
          "{'id':'77','name':'new','scope':'all_repos','policy_action':'block','condition_id':'10',"
              + "'enabled':false,'brand_new':{'b':1.50,'a':[2,1]}}");

      JsonNode policy = content(ObjectKind.CURATION_POLICIES, "new");

      assertThat(policy.path("brand_new")).hasToString("{\"a\":[2,1],\"b\":1.50}");
      assertThat(policy.path("enabled").isBoolean()).isTrue();
      assertThat(policy.path("condition").asText()).isEqualTo("Malicious package");
    }

    @Test
    void leavesOutExpiredAndDeletedIgnoreRules() {
      server
          .seed(
              Kind.IGNORE_RULES,
              "{'id':'1','notes':'old','is_expired':true,'ignore_filters':{'cves':['any']}}")
          .seed(
              Kind.IGNORE_RULES,
              "{'id':'2','notes':'gone','deleted_by':'ann','deleted_at':'2025-02-01T00:00:00Z',"
                  + "'ignore_filters':{'cves':['any']}}");

      assertThat(server.migration().snapshot().counts()).containsEntry(ObjectKind.IGNORE_RULES, 1);
    }

    @Test
    void tellsIgnoreRulesApartThatDifferByTheirEndAlone() {
      for (String end : new String[] {"2030", "2031"}) {
        server.seed(
            Kind.IGNORE_RULES,
            "{'id':'a" + end + "','notes':'twin','expires_at':'" + end + "-01-01T00:00:00Z',"
                + "'ignore_filters':{'cves':['any']}}");
      }

      Snapshot snapshot = server.migration().snapshot();

      ObjectKey first = snapshot.keys().stream()
          .filter(key -> key.name().startsWith("twin-") && !key.name().endsWith("-2"))
          .findFirst()
          .orElseThrow();
      assertThat(snapshot.find(first).orElseThrow().path("expires_at").asText()).startsWith("2031");
      assertThat(snapshot.find(ObjectKey.of(first.kind(), first.name() + "-2"))).isPresent();
    }

    @Test
    void namesBothIdsOfCurationPoliciesWithOneName() {
      server.seed(
          Kind.CURATION_POLICIES,
          "{'id':'78','name':'no young','scope':'all_repos','policy_action':'block',"
              + "'condition_id':'10'}");

      assertThatThrownBy(() -> server.migration().snapshot())
          .isInstanceOf(MigrationException.class)
          .hasMessage(
              "2 curation policies have the name \"no young\", with the ids 12 and 78; a migration"
                  + " identifies objects by their names, so rename one of them");
    }

    @Test
    void namesBothIdsOfConditionsWithOneName() {
      server.seed(
          Kind.CONDITIONS,
          "{'id':'79','is_custom':true,'name':'young','condition_template_id':'isImmature'}");

      assertThatThrownBy(() -> server.migration().snapshot())
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("with the ids 11 and 79");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/xray/api/v1/curation",
          "/xray/api/v1/curation/conditions",
          "/xray/api/v1/curation/policies"
        })
    void saysThatCurationIsNotThere(String forbidden) {
      server.fake.forbid(forbidden);

      Snapshot snapshot = server.migration().snapshot();

      assertThat(snapshot.keys())
          .isNotEmpty()
          .noneMatch(key -> ObjectKinds.isOfCuration(key.kind()));
      assertThat(snapshot.notRead())
          .containsOnlyKeys(ObjectKind.CONDITIONS, ObjectKind.CURATION_POLICIES)
          .allSatisfy((kind, why) -> {
            assertThat(why.kind()).isEqualTo(NotRead.Kind.FORBIDDEN);
            assertThat(why.text())
                .isEqualTo("the token has no permission to read Curation (status" + " 403)");
          });
      assertThat(snapshot.counts()).doesNotContainKey(ObjectKind.CONDITIONS);
    }

    @Test
    void doesWithoutTheVersion() {
      server.fake.forbid("/xray/api/v1/system/version");

      assertThat(server.migration().snapshot().serverVersion()).isEmpty();
    }

    @Test
    void failsIfWatchesMayNotBeRead() {
      server.fake.forbid("/xray/api/v2/watches");

      assertThatThrownBy(() -> server.migration().snapshot())
          .isInstanceOf(XrayForbiddenException.class);
    }
  }

  @Nested
  class OfAProject {
    @Test
    void holdsWhatTheProjectOwns() {
      Snapshot snapshot = server.migration().inProject("dev").snapshot();

      assertThat(snapshot.keys())
          .containsExactly(ObjectKey.of(ObjectKind.POLICIES, "critical").inProject("dev"));
      assertThat(snapshot.counts())
          .containsOnlyKeys(ObjectKind.POLICIES, ObjectKind.WATCHES, ObjectKind.IGNORE_RULES);
      assertThat(snapshot.projectKey()).contains("dev");
    }
  }
}
