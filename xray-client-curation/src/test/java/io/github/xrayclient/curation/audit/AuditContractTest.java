package io.github.xrayclient.curation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.RiskType;
import io.github.xrayclient.testsupport.ExtrasWalker;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditContractTest {
  private static final String PAGE = "audit/GET_packages_page_200.json";
  private static final String LAST = "audit/GET_packages_last-page_200.json";
  private static final String NEWER = "audit/GET_packages_newer-fields_200.json";
  private static final String WEBHOOK = "audit/webhook_package-blocked.json";

  private static JsonNode each(String fixture) {
    JsonNode root = Fixtures.json(fixture);
    JsonNode data = root.path(root.has("data") ? "data" : "packages");
    assertThat(data).isNotEmpty();
    return data;
  }

  private static AuditEvent read(JsonNode json) {
    return RoundTrip.read(json, AuditEvent.class);
  }

  /**
   * Without empty members, and with numbers as texts, since ids are texts here; other names of a
   * field are replaced by its usual one.
   */
  private static JsonNode plain(JsonNode json) {
    ObjectNode copy = (ObjectNode) RoundTrip.numbersAsTexts(Fixtures.withoutEmpty(json));
    Map.of(
            "event_id",
            "id",
            "curated_repo_name",
            "curated_repository_name",
            "on_demand",
            "ondemand")
        .forEach((other, usual) -> {
          if (copy.has(other)) {
            copy.set(usual, copy.remove(other));
          }
        });
    if (copy.path("ondemand").isTextual()) {
      copy.put("ondemand", Boolean.parseBoolean(copy.path("ondemand").asText()));
    }
    return copy;
  }

  @ParameterizedTest
  @ValueSource(strings = {PAGE, LAST, NEWER})
  void knowsEveryFieldOfTheSamplesAndWritesThemAsTheyWere(String fixture) {
    for (JsonNode json : each(fixture)) {
      AuditEvent event = read(json);

      assertThat(ExtrasWalker.over(event).unknown()).isEmpty();
      assertThat(plain(RoundTrip.write(event))).isEqualTo(plain(json));
      assertThat(event.toBuilder().build()).isEqualTo(event);
    }
  }

  @Test
  void readsABlockedDownloadFieldByField() {
    AuditEvent event = read(each(PAGE).get(0));

    assertThat(event.id()).isEqualTo(AuditEventId.of(174)).isEqualTo(AuditEventId.of("174"));
    assertThat(event.createdAt().orElseThrow().toInstant())
        .hasValue(Instant.parse("2026-03-30T05:45:52Z"));
    assertThat(event.action()).hasValue(AuditAction.BLOCKED);
    assertThat(event.packageType()).hasValue(PackageType.NPM);
    assertThat(event.packageName()).hasValue("acme-widgets");
    assertThat(event.packageVersion()).hasValue("3.6.1");
    assertThat(event.packageUrl().orElseThrow()).endsWith("acme-widgets-3.6.1.tgz");
    assertThat(event.reason()).hasValue("Policy violations");
    assertThat(event.curatedRepository()).hasValue("npm-remote");
    assertThat(event.curatedRepositoryServer()).hasValue("");
    assertThat(event.curatedProject()).hasValue("");
    assertThat(event.username()).hasValue("dev-1");
    assertThat(event.userMail()).hasValue("dev-1@example.com");
    assertThat(event.originRepository()).hasValue("npm-remote");
    assertThat(event.originRepositoryServer()).hasValue("");
    assertThat(event.originProject()).hasValue("");
    assertThat(event.publicRepositoryUrl()).hasValue("https://upstream.example.com");
    assertThat(event.publicRepositoryName()).hasValue("upstream");
    AuditedPolicy policy = event.policies().get(0);
    assertThat(policy.policyId()).hasValue(CurationPolicyId.of("7"));
    assertThat(policy.policyName()).hasValue("npm-young");
    assertThat(policy.dryRun()).hasValue(false);
    assertThat(policy.conditionName()).hasValue("younger than 7 days");
    assertThat(policy.conditionCategory()).hasValue(RiskType.OPERATIONAL);
    assertThat(event.concerns(CurationPolicyId.of(7))).isTrue();
    assertThat(event.concerns(CurationPolicyId.of(8))).isFalse();
  }

  @Test
  void readsTheFieldsOfNewerServers() {
    AuditEvent event = read(each(NEWER).get(0));

    assertThat(event.id()).isEqualTo(AuditEventId.of(9007199254740993L));
    assertThat(event.createdAt().orElseThrow().toInstant())
        .hasValue(Instant.parse("2026-03-30T05:45:52Z"));
    assertThat(event.outcome()).hasValue(AuditAction.BLOCKED);
    assertThat(event.packageType()).hasValue(PackageType.NPM);
    assertThat(event.curatedRepository()).hasValue("npm-remote");
    assertThat(event.eventOrigin()).hasValue("Download to repository");
    assertThat(event.ecosystem()).hasValue("npm");
    assertThat(event.onDemand()).hasValue(true);
    AuditedPolicy policy = event.policies().get(0);
    assertThat(policy.policyId()).hasValue(CurationPolicyId.of(7));
    assertThat(policy.result()).hasValue(PolicyDecision.BLOCKED);
    assertThat(policy.policyReason()).hasValue("the version is 2 days old");
    assertThat(policy.conditionCategory()).hasValue(RiskType.OPERATIONAL);
    AuditEvent approved = read(each(NEWER).get(1));
    assertThat(approved.onDemand()).hasValue(false);
    assertThat(approved.createdAt().orElseThrow().toInstant())
        .hasValue(Instant.ofEpochMilli(1774849552001L));
  }

  @Test
  void readsTheBodyOfAWebhook() {
    JsonNode json = Fixtures.json(WEBHOOK);

    AuditEvent event = read(json);

    assertThat(event.id()).isEqualTo(AuditEventId.of(900123));
    assertThat(event.policies().get(0).result()).hasValue(PolicyDecision.BLOCKED);
    assertThat(ExtrasWalker.over(event).unknown()).isEmpty();
    assertThat(plain(RoundTrip.write(event))).isEqualTo(plain(json));
  }

  @Test
  void readsNullAndMissingPoliciesAsNone() {
    AuditEvent approved = read(each(PAGE).get(1));
    AuditEvent passed = read(each(PAGE).get(2));

    assertThat(approved.action()).hasValue(AuditAction.APPROVED);
    assertThat(approved.policies()).isEmpty();
    assertThat(passed.action()).hasValue(AuditAction.PASSED);
    assertThat(passed.policies()).isEmpty();
    assertThat(passed.username()).hasValue("");
  }

  @Test
  void needsNothingButAnId() {
    AuditEvent event = read(Fixtures.parse("{\"id\":\"9\",\"policies\":null,\"action\":null}"));

    assertThat(event).isEqualTo(AuditEvent.builder().id(AuditEventId.of(9)).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {PAGE, LAST, NEWER})
  void keepsUnknownMembersOfEveryObject(String fixture) {
    for (JsonNode sample : each(fixture)) {
      JsonNode json = RoundTrip.withUnknownMembers(sample);

      AuditEvent event = read(json);

      assertThat(ExtrasWalker.over(event).unknown()).isNotEmpty();
      assertThat(plain(RoundTrip.write(event))).isEqualTo(plain(json));
    }
  }

  @Test
  void takesTheStatusWhereThereIsNoAction() throws IOException {
    AuditEvent event =
        XrayClient.jsonMapper().readValue("{\"id\":1,\"status\":\"blocked\"}", AuditEvent.class);

    assertThat(event.outcome()).contains(AuditAction.BLOCKED);
    assertThat(event.action()).isEmpty();
    assertThat(event.extras()).isEmpty();
  }

  @Test
  void keepsUnknownValues() {
    for (JsonNode sample : each(PAGE)) {
      JsonNode json = RoundTrip.withUnknownTexts(sample);

      assertThat(plain(RoundTrip.write(read(json)))).isEqualTo(plain(json));
    }
  }
}
