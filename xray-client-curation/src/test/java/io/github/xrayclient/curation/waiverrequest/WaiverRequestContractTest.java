package io.github.xrayclient.curation.waiverrequest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.CurationScope;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.curation.value.RiskType;
import io.github.xrayclient.testsupport.ExtrasWalker;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaiverRequestContractTest {
  private static final String NEWER = "waiverrequests/GET_waiver_requests_200.json";
  private static final String OLDER = "waiverrequests/GET_waiver_requests_older_200.json";
  private static final String NEWEST = "waiverrequests/GET_waiver_requests_newer_200.json";

  private static JsonNode each(String fixture) {
    JsonNode data = Fixtures.json(fixture).path("data");
    assertThat(data).hasSize(2);
    return data;
  }

  private static WaiverRequest read(JsonNode json) {
    return RoundTrip.read(json, WaiverRequest.class);
  }

  /** What a value should be written as: its id under its usual name, and as a text. */
  private static JsonNode expected(JsonNode json) {
    ObjectNode copy = (ObjectNode) RoundTrip.numbersAsTexts(Fixtures.withoutEmpty(json));
    if (copy.has("waiver_id")) {
      copy.set("id", copy.remove("waiver_id"));
    }
    return copy;
  }

  private static JsonNode written(Object value) {
    return RoundTrip.numbersAsTexts(Fixtures.withoutEmpty(RoundTrip.write(value)));
  }

  @Nested
  class Requests {
    @ParameterizedTest
    @ValueSource(strings = {NEWER, OLDER, NEWEST})
    void areKnownToTheLastFieldAndComeBackAsTheyWere(String fixture) {
      for (JsonNode json : each(fixture)) {
        WaiverRequest request = read(json);

        ExtrasWalker walker = ExtrasWalker.over(request);
        assertThat(walker.unknown()).isEmpty();
        assertThat(walker.visited()).isPositive();
        assertThat(written(request)).isEqualTo(expected(json));
        assertThat(request.toBuilder().build()).isEqualTo(request);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'id':12}",
          "{'waiver_id':12}",
          "{'id':null,'waiver_id':12}",
          "{'waiver_id':12,'id':''}",
          "{'id':12,'waiver_id':12}"
        })
    void haveAnIdUnderEitherName(String json) {
      WaiverRequest request = read(Fixtures.parse(json.replace('\'', '"')));

      assertThat(request.id()).isEqualTo(WaiverRequestId.of(12));
      assertThat(request.extras()).isEmpty();
    }

    @Test
    void keepTwoDifferentIds() {
      WaiverRequest request = read(Fixtures.parse("{\"waiver_id\":13,\"id\":12}"));

      assertThat(request.id()).isEqualTo(WaiverRequestId.of(12));
      assertThat(written(request))
          .isEqualTo(Fixtures.parse("{\"id\":\"12\",\"waiver_id\":\"13\"}"));
    }

    @Test
    void areReadFieldByField() {
      WaiverRequest request = read(each(NEWER).get(0));

      assertThat(request.id()).isEqualTo(WaiverRequestId.of(42));
      assertThat(request.status()).hasValue(WaiverRequestStatus.PENDING);
      assertThat(request.createdAt().orElseThrow().toOffsetDateTime())
          .hasValue(OffsetDateTime.parse("2025-12-26T14:05:57+05:30"));
      assertThat(request.closedAt()).isEmpty();
      assertThat(request.repositoryKey()).hasValue("npm-remote");
      assertThat(request.packageType()).hasValue(PackageType.NPM);
      assertThat(request.packageName()).hasValue("acme-widgets");
      assertThat(request.packageVersion()).hasValue("3.6.1");
      assertThat(request.decisionOwners()).containsExactly("security-reviewers");
      assertThat(request.reasons()).containsExactly("needed for release", "same");
      Requester second = request.requesters().get(1);
      assertThat(second.user()).hasValue("dev-2");
      assertThat(second.email()).hasValue("dev-2@example.com");
      assertThat(second.requestedAt().orElseThrow().wire()).isEqualTo("2025-12-27T08:00:00+05:30");
      BlockingPolicy policy = request.policies().get(0);
      assertThat(policy.id()).hasValue(CurationPolicyId.of("7"));
      assertThat(policy.name()).hasValue("npm-young");
      assertThat(policy.scope()).hasValue(CurationScope.of("pkg_types"));
      assertThat(policy.action()).hasValue(PolicyAction.BLOCK);
      assertThat(policy.conditionId()).hasValue(ConditionId.of("21"));
      assertThat(policy.conditionName()).hasValue("younger than 7 days");
      assertThat(policy.conditionCategory()).hasValue(RiskType.OPERATIONAL);
      assertThat(policy.canApprove()).hasValue(true);
      assertThat(policy.includedPackageTypes()).containsExactly(PackageType.NPM);
      assertThat(policy.includedRepositories()).isEmpty();
      assertThat(policy.decisionOwners()).containsExactly("security-reviewers");
    }

    @Test
    void mayHaveATextAsIdAndMillisecondsAsTimeAndNoRequester() {
      WaiverRequest request = read(each(NEWER).get(1));

      assertThat(request.id()).isEqualTo(WaiverRequestId.of("41"));
      assertThat(request.createdAt().orElseThrow().toInstant())
          .hasValue(Instant.ofEpochMilli(1739697682644L));
      assertThat(request.requesters()).isEmpty();
      assertThat(request.reasons()).isEmpty();
      assertThat(request.waiverExpiry().orElseThrow().toInstant())
          .hasValue(Instant.parse("2026-01-20T10:00:00Z"));
      assertThat(request.waiverExpiryStatus()).hasValue(WaiverExpiryStatus.ACTIVE);
    }

    @Test
    void ofTheNewestServersHaveATimeOfUpdateAndAnExpiry() {
      WaiverRequest limited = read(each(NEWEST).get(0));
      WaiverRequest permanent = read(each(NEWEST).get(1));

      assertThat(limited.updatedAt().orElseThrow().toInstant())
          .hasValue(Instant.parse("2026-01-02T10:00:00Z"));
      assertThat(limited.waiverExpiryStatus()).hasValue(WaiverExpiryStatus.EXPIRING_SOON);
      assertThat(limited.policies().get(0).scope()).hasValue(CurationScope.SPECIFIC_GROUPS);
      assertThat(permanent.waiverExpiry().orElseThrow().toInstant()).isEmpty();
    }

    @Test
    void ofOlderServersHaveAReasonInPlaceOfRequesters() {
      WaiverRequest rejected = read(each(OLDER).get(0));
      WaiverRequest pending = read(each(OLDER).get(1));

      assertThat(rejected.id()).isEqualTo(WaiverRequestId.of(12));
      assertThat(rejected.status()).hasValue(WaiverRequestStatus.REJECTED);
      assertThat(rejected.reasons()).containsExactly("please");
      assertThat(pending.closedAt().orElseThrow().toInstant()).isEmpty();
      assertThat(pending.closedAt().orElseThrow().wire()).isEmpty();
    }

    @Test
    void withNothingButAnIdAreRead() {
      WaiverRequest request =
          read(Fixtures.parse("{\"id\":1,\"requesters\":null,\"policies\":null,\"status\":null,"
              + "\"closed_at\":null,\"decision_owners\":null,\"pkg_type\":null}"));

      assertThat(request)
          .isEqualTo(WaiverRequest.builder().id(WaiverRequestId.of(1)).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {NEWER, OLDER, NEWEST})
    void keepUnknownMembersOfEveryObject(String fixture) {
      for (JsonNode plain : each(fixture)) {
        JsonNode json = RoundTrip.withUnknownMembers(plain);

        WaiverRequest request = read(json);

        assertThat(ExtrasWalker.over(request).unknown()).isNotEmpty();
        assertThat(written(request)).isEqualTo(expected(json));
      }
    }

    @Test
    void keepUnknownValues() {
      for (JsonNode plain : each(NEWER)) {
        JsonNode json = RoundTrip.withUnknownTexts(plain);

        assertThat(written(read(json))).isEqualTo(expected(json));
      }
    }
  }

  @Nested
  class IsFor {
    private final WaiverRequestDraft draft = RoundTrip.read(
        Fixtures.json("waiverrequests/POST_waiver_requests_request.json"),
        WaiverRequestDraft.class);

    @Test
    void isTrueForTheSamePackageInTheSameRepositoryWhateverTheReason() {
      WaiverRequest request = read(each(NEWER).get(0));

      assertThat(request.isFor(draft)).isTrue();
      assertThat(request.isFor(draft.toBuilder().reason("another").build())).isTrue();
    }

    @Test
    void isFalseForAnythingElse() {
      WaiverRequest request = read(each(NEWER).get(0));

      assertThat(List.of(
              draft.toBuilder().packageType(PackageType.PYPI).build(),
              draft.toBuilder().packageName("acme").build(),
              draft.toBuilder().packageVersion("3.6.2").build(),
              draft.toBuilder().repositoryKey("npm-remote-2").build()))
          .noneMatch(request::isFor);
      assertThat(read(each(OLDER).get(0)).isFor(draft)).isFalse();
    }
  }

  @Nested
  class Words {
    @Test
    void areOpenAndIdsAreTheSameAsNumberAndText() {
      assertThat(WaiverRequestId.of(7)).isEqualTo(WaiverRequestId.of("7"));
      assertThat(WaiverRequestStatus.of("parked")).hasToString("parked");
      assertThat(WaiverRequestStatus.of("Pending")).isEqualTo(WaiverRequestStatus.PENDING);
    }
  }
}
