package io.github.xrayclient.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.PackageVersion;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.NewPackageWaiver;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyDraft;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.policy.Rule;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.value.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the library needs of Jackson is there in the oldest version that it supports. The build runs
 * this class twice: with the version that the library brings, and with the oldest.
 */
class OldestJacksonTest {
  private static final String POLICY =
      "{\"id\":\"5\",\"name\":\"no young\",\"scope\":\"all_repos\","
          + "\"policy_action\":\"block\",\"enabled\":true,\"condition_id\":\"77\",\"created_by\":\"tom\","
          + "\"unknown\":{\"a\":[1,2.50,null]},"
          + "\"waivers\":[{\"id\":\"8\",\"pkg_type\":\"npm\",\"pkg_name\":\"own\",\"all_versions\":true,"
          + "\"justification\":\"x\",\"created_by\":\"tom\"}]}";
  private static final String CONDITION = "{\"id\":\"77\",\"is_custom\":true,\"name\":\"young\","
      + "\"condition_template_id\":\"isImmature\","
      + "\"param_values\":[{\"param_id\":\"package_age_days\",\"value\":1}]}";

  private final FakeXray fake =
      FakeXray.start().seed(Kind.CONDITIONS, CONDITION).seed(Kind.CURATION_POLICIES, POLICY);
  private final XrayClient xray = XrayClient.builder()
      .baseUrl(fake.url())
      .credentials(Credentials.anonymous())
      .build();

  @AfterEach
  void stop() {
    xray.close();
    fake.close();
  }

  private static PolicyDraft draft(String name) {
    return PolicyDraft.named(name, PolicyType.SECURITY)
        .addRule(Rule.builder()
            .name("r")
            .criteria(Criteria.builder().minSeverity(Severity.HIGH).build())
            .build())
        .build();
  }

  @Test
  @EnabledIfSystemProperty(named = "xray.oldest.jackson", matches = ".+")
  void isTheOneThatIsTested() {
    String oldest = System.getProperty("xray.oldest.jackson");

    assertThat(PackageVersion.VERSION).hasToString(oldest);
    assertThat(new ObjectMapper().version()).hasToString(oldest);
  }

  @Test
  void readsListingsAndKeepsWhatIsUnknown() throws Exception {
    CurationPolicy policy = Curation.of(xray).policies().list().iterator().next();

    assertThat(policy.name()).isEqualTo("no young");
    assertThat(policy.waivers()).hasSize(1);
    assertThat(policy.extras().get("unknown")).hasToString("{\"a\":[1,2.50,null]}");
    JsonNode written = XrayClient.jsonMapper().valueToTree(policy);
    assertThat(XrayClient.jsonMapper().treeToValue(written, CurationPolicy.class))
        .isEqualTo(policy);
  }

  @Test
  void createsAndReadsAPolicy() {
    Policy created = xray.policies().create(draft("new"));

    assertThat(created.name()).isEqualTo("new");
    assertThat(xray.policies().list()).containsExactly(created);
  }

  @Test
  void updatesAPolicyThoughTheAnswerIsLost() {
    CurationPolicy policy = Curation.of(xray).policies().get(CurationPolicyId.of("5"));
    fake.failNext(Fault.LOST_ANSWER, 1);

    CurationPolicy updated = Curation.of(xray)
        .policies()
        .update(CurationPolicyUpdate.of(policy)
            .addWaiver(NewPackageWaiver.allVersions(PackageType.NPM, "left-pad", "vendored"))
            .build())
        .value();

    assertThat(updated.waivers()).hasSize(2);
  }

  @Test
  void tellsWhatAServerRefuses() {
    assertThatExceptionOfType(XrayNotFoundException.class)
        .isThrownBy(() -> xray.policies().get("missing"))
        .satisfies(e -> assertThat(e.messages()).isNotEmpty());
    assertThatExceptionOfType(XrayApiException.class)
        .isThrownBy(
            () -> xray.call("POST", "/xray/api/v2/policies").body(List.of()).send())
        .satisfies(e -> assertThat(e.messages()).containsExactly("Failed to parse request"));
    fake.failNext(503, 4);
    assertThatExceptionOfType(XrayApiException.class)
        .isThrownBy(() -> xray.call("PUT", "/xray/api/v2/policies/a").send());
  }

  @Test
  void tellsWhatIsNoAnswer() {
    for (Fault fault : List.of(Fault.GARBAGE_BODY, Fault.HTML_BODY)) {
      fake.failNext(fault, 1);
      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> xray.policies().list());
    }
  }

  @Test
  void refusesWhatFillsTheMemory() {
    String huge = "[" + "{},".repeat(10 << 20) + "{}]";

    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(() -> XrayClient.jsonMapper().readTree(huge))
        .withMessageContaining("MiB of memory");
  }

  @Test
  void movesPoliciesFromOneServerToAnother(@TempDir Path folder) {
    xray.policies().create(draft("new"));
    Migration.of(xray).snapshot().write(folder.resolve("governance"));
    Snapshot read = Snapshot.read(folder.resolve("governance"));

    assertThat(Migration.of(xray).plan(read).steps()).isEmpty();
    try (FakeXray empty = FakeXray.start();
        XrayClient target = XrayClient.builder()
            .baseUrl(empty.url())
            .credentials(Credentials.anonymous())
            .build()) {
      assertThat(Migration.of(target).plan(read).steps()).isNotEmpty();
    }
  }

  @Test
  void explainsARefusedDownload() {
    assertThat(BlockedDownloads.of(xray)
            .explain("HTTP Error Code 403: Artifact download request rejected:"
                + " org/acme/app-1.0.jar was not downloaded due to the download blocking policy"
                + " configured in Xray for example-repo-local."))
        .hasSize(1);
  }
}
