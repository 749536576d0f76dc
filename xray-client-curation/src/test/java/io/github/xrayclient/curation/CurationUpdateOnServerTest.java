package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.CurationScope;
import io.github.xrayclient.curation.value.LabelWaiverId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PackageWaiverId;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.testsupport.CarriesExtra;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.UpdateResult;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Updates against a server that enforces the documented rules. */
class CurationUpdateOnServerTest {
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
  class Update {
    @Test
    void thatChangesNothingChangesNothing() {
      JsonNode before = stored("11");

      UpdateResult<CurationPolicy> result =
          policies.update(CurationPolicyUpdate.of(policies.get(ELEVEN)).build());

      assertThat(sent()).isEqualTo(Fixtures.json("policies/PUT_{id}_unchanged_request.json"));
      assertThat(withoutTimes(stored("11"))).isEqualTo(withoutTimes(before));
      assertThat(result.unexpectedChanges()).isEmpty();
    }

    @Test
    void thatChangesNothingIsTakenForEveryPolicyOfTheSample() {
      for (CurationPolicy policy : policies.list()) {
        JsonNode before = stored(policy.id().wire());

        UpdateResult<CurationPolicy> result =
            policies.update(CurationPolicyUpdate.of(policy).build());

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

      UpdateResult<CurationPolicy> result = policies.update(update);

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
    void doesNotTakeANewWaiverForAnEqualOneThatMayExpire() {
      server.seed(
          Kind.CURATION_POLICIES,
          ("{'id':'40','name':'odd','scope':'all_repos','policy_action':'block','condition_id':'1',"
                  + "'waiver_request_config':'forbidden','waivers':[{'id':'1','pkg_type':'npm',"
                  + "'pkg_name':'left-pad','all_versions':true,'justification':'vendored',"
                  + "'expires_at':'2030-01-01'}]}")
              .replace('\'', '"'));

      UpdateResult<CurationPolicy> result = policies.edit(
          CurationPolicyId.of("40"),
          update -> update.addWaiver(
              NewPackageWaiver.allVersions(PackageType.NPM, "left-pad", "vendored")));

      assertThat(result.value().waivers()).hasSize(2);
      assertThat(result.unexpectedChanges()).isEmpty();
    }

    @Test
    void emptiesAList() {
      policies.update(
          CurationPolicyUpdate.of(policies.get(ELEVEN)).notifyEmails(List.of()).build());

      assertThat(sent().path("notify_emails").isArray()).isTrue();
      assertThat(stored("11").path("notify_emails")).isEmpty();
    }

    @Test
    void movesThroughEveryScope() {
      CurationPolicy policy = policies.get(CurationPolicyId.of("14"));

      policy = policies
          .update(CurationPolicyUpdate.of(policy).onlyRepositories("a").build())
          .value();
      assertThat(policy.includedRepositories()).containsExactly("a");
      assertThat(policy.excludedRepositories()).isEmpty();
      policy = policies
          .update(CurationPolicyUpdate.of(policy).packageTypes(PackageType.GO).build())
          .value();
      assertThat(policy.includedPackageTypes()).containsExactly(PackageType.GO);
      assertThat(policy.includedRepositories()).isEmpty();
      UpdateResult<CurationPolicy> back = policies.update(
          CurationPolicyUpdate.of(policy).allRepositoriesExcept().build());

      assertThat(back.value().scope()).hasValue(CurationScope.ALL_REPOSITORIES);
      assertThat(back.value().includedPackageTypes()).isEmpty();
      assertThat(back.unexpectedChanges()).isEmpty();
    }

    @Test
    void keepsBlockFromCacheAndGroups() {
      server.seed(Kind.CURATION_POLICIES, Fixtures.text("policies/GET_{id}_newer-fields_200.json"));
      CurationPolicyId thirty = CurationPolicyId.of("30");

      policies.update(
          CurationPolicyUpdate.of(policies.get(thirty)).name("renamed").build());

      assertThat(stored("30").path("block_from_cache").asBoolean()).isTrue();
      assertThat(stored("30").path("group_include")).hasSize(1);
      assertThat(stored("30").path("name").asText()).isEqualTo("renamed");
    }

    @Test
    void tellsOfAnUnknownFieldThatTheServerLost() {
      server.seed(Kind.CURATION_POLICIES, Fixtures.text("policies/GET_{id}_newer-fields_200.json"));
      CurationPolicyId thirty = CurationPolicyId.of("30");

      UpdateResult<CurationPolicy> result =
          policies.update(CurationPolicyUpdate.of(policies.get(thirty)).build());

      assertThat(result.unsentFields()).containsExactly("future_field");
      assertThat(result.unexpectedChanges())
          .extracting(FieldChange::field)
          .containsExactly("future_field");
    }

    @Test
    @CarriesExtra("future_field")
    void keepsAnUnknownFieldThatIsCarried() {
      server.seed(Kind.CURATION_POLICIES, Fixtures.text("policies/GET_{id}_newer-fields_200.json"));
      CurationPolicyId thirty = CurationPolicyId.of("30");

      UpdateResult<CurationPolicy> result =
          policies.update(CurationPolicyUpdate.of(policies.get(thirty))
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
}
