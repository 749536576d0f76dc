package io.github.xrayclient.diagnostics.internal.refusal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal.Reason;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditRecordsTest {
  private static final String ROW =
      "{\"action\":\"blocked\",\"direct_dependency_package_name\":\"shop\","
          + "\"direct_dependency_package_version\":\"1.4.0\",\"blocked_package_name\":\"@acme/web\","
          + "\"blocked_package_version\":\"2.0.0\",\"blocking_reason\":\"Policy violations\","
          + "\"dependency_relation\":\"indirect\",\"type\":\"npm\",\"waiver_allowed\":true,"
          + "\"policies\":[{\"policy\":\"p1\",\"condition\":\"c1\",\"explanation\":\"e1\","
          + "\"recommendation\":\"r1\"}]}";
  private static final String EVENT =
      "{\"package_type\":\"PyPI\",\"package_name\":\"ctx\",\"package_version\":\"0.2.6\","
          + "\"reason\":\"Policy violations\",\"curated_repository_name\":\"pypi-remote\","
          + "\"username\":\"ci\",\"policies\":[{\"policy_name\":\"no-malware\",\"policy_id\":12,"
          + "\"dry_run\":false,\"result\":\"Blocked\",\"condition_name\":\"Malicious package\"}]}";

  private static String sample(String name) throws IOException {
    try (InputStream in = AuditRecordsTest.class.getResourceAsStream("/inputs/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> read(String text) {
    return RefusalLog.parse(text).refusals().stream()
        .map(AuditRecordsTest::shown)
        .collect(Collectors.toList());
  }

  private static String shown(BlockedDownload refusal) {
    CurationRefusal curation = refusal.curation().orElseThrow();
    return refusal.kind()
        + " " + curation.packageName().orElse("-")
        + ":" + curation.packageVersion().orElse("-")
        + " " + curation.reason()
        + " "
        + curation.policies().stream().map(ViolatedPolicy::policy).collect(Collectors.toList())
        + " in " + refusal.repository().orElse("-")
        + " x" + refusal.count().orElse(0L);
  }

  @Nested
  class RowsOfTheCommandLine {
    @Test
    void areReadWithAllTheirFields() throws IOException {
      List<BlockedDownload> found =
          RefusalLog.parse(sample("jf-curation-audit-rows.json")).refusals();

      assertThat(found)
          .extracting(AuditRecordsTest::shown)
          .containsExactly(
              "CURATION_BLOCK left-demo:1.0.0 POLICY_VIOLATION [npm-license] in - x1",
              "CURATION_BLOCK young-demo:- NOT_IN_CATALOG [] in - x1",
              "CURATION_BLOCK html-demo:1.0.0 UNKNOWN [] in - x1");
      assertThat(found)
          .extracting(refusal -> refusal.line().orElse(0L))
          .containsExactly(2L, 22L, 41L);
      BlockedDownload first = found.get(0);
      assertThat(first.address())
          .contains(
              "https://jfrog.example.com/artifactory/api/npm/npm-remote/left-demo/-/left-demo-1.0.0.tgz");
      assertThat(first.curation().orElseThrow().waiversAllowed()).isTrue();
      ViolatedPolicy policy = first.curation().orElseThrow().policies().get(0);
      assertThat(policy.condition()).contains("banned licenses");
      assertThat(policy.explanation()).contains("License is not allowed:\nAGPL-3.0\nGPL-3.0");
      assertThat(policy.recommendation()).contains("Use another package");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "Policy violations; POLICY_VIOLATION",
          "Package pending update; NOT_IN_CATALOG",
          "Package pending — Curation on-demand scan in progress; ON_DEMAND_SCAN_PENDING",
          "Blocked by curation (response could not be parsed); UNKNOWN",
          "A reason of a later version; UNKNOWN",
        })
    void haveTheReasonThatTheyName(String words, Reason reason) {
      String row = ROW.replace("Policy violations", words)
          .replaceAll("\"policies\":\\[.*]", "\"policies\":null");

      assertThat(
              RefusalLog.parse(row).refusals().get(0).curation().orElseThrow().reason())
          .isEqualTo(reason);
    }

    @Test
    void haveNoVersionIfAllVersionsAreBlocked() {
      String row = ROW.replace("\"2.0.0\"", "\"All versions blocked\"");

      assertThat(read(row))
          .containsExactly("CURATION_BLOCK @acme/web:- NO_COMPLIANT_VERSION [p1] in - x1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not evaluated", "Not Evaluated", "approved", "waived", "passed"})
    void areNoRefusalWithAnotherAction(String action) {
      String row = ROW.replace("\"action\":\"blocked\"", "\"action\":\"" + action + "\"")
          .replace("Policy violations", "Blocked by curation");

      assertThat(read(row)).isEmpty();
    }

    @Test
    void areNoRefusalIfAnOldRowWithoutActionWasNotEvaluated() {
      String row = ROW.replace("\"action\":\"blocked\",", "");

      assertThat(read(row)).hasSize(1);
      assertThat(read(row.replace("Policy violations", "Not evaluated — non-registry dependency")))
          .isEmpty();
    }

    @Test
    void hideThePasswordInTheAddress() {
      String row = ROW.replace(
          "\"type\"",
          "\"blocked_package_url\":\"https://ci:secret@acme.example/artifactory/api/npm/n/a.tgz?x=1\",\"type\"");

      BlockedDownload found = RefusalLog.parse(row).refusals().get(0);

      assertThat(found.address()).contains("https://acme.example/artifactory/api/npm/n/a.tgz");
      assertThat(found.text()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Found 1 blocked packages for project shop:1.0.0\n[\n  %s\n]\n",
          "[%s]",
          "{\"projects\":[{\"name\":\"shop\",\"rows\":[%s]}],\"note\":\"blocked by curation\"}",
          "[Info] Running curation audit on project: /app\n%s\n[Info] done",
          "#9 2.1 [%s]",
        })
    void areFoundAnywhereInALog(String log) {
      assertThat(read(String.format(log, ROW)))
          .contains("CURATION_BLOCK @acme/web:2.0.0 POLICY_VIOLATION [p1] in - x1");
    }

    @Test
    void areFoundInsideAStringOfOtherJson() {
      String quoted = ROW.replace("\"", "\\\"");

      assertThat(read("{\"level\":\"info\",\"msg\":\"" + quoted + "\"}"))
          .containsExactly("CURATION_BLOCK @acme/web:2.0.0 POLICY_VIOLATION [p1] in - x1");
      assertThat(read("msg=\"" + quoted + "\""))
          .containsExactly("CURATION_BLOCK @acme/web:2.0.0 POLICY_VIOLATION [p1] in - x1");
    }

    @Test
    void areCountedAcrossProjects() {
      String other = ROW.replace("@acme/web", "left-pad");

      assertThat(read("[" + ROW + "," + other + "]\nsecond project\n[" + ROW + "]"))
          .containsExactly(
              "CURATION_BLOCK @acme/web:2.0.0 POLICY_VIOLATION [p1] in - x2",
              "CURATION_BLOCK left-pad:2.0.0 POLICY_VIOLATION [p1] in - x1");
    }

    @Test
    void areFoundInAVeryLongArray() {
      String rows = IntStream.range(0, 3_000)
          .mapToObj(i -> ROW.replace("2.0.0", "2.0." + i))
          .collect(Collectors.joining(",\n", "[", "]"));

      assertThat(RefusalLog.parse(rows).refusals()).hasSize(3_000);
      assertThat(RefusalLog.parse("{\"data\":" + rows + "}").refusals()).hasSize(3_000);
    }
  }

  @Nested
  class EventsOfCuration {
    @Test
    void areReadFromAWebhook() throws IOException {
      BlockedDownload found =
          RefusalLog.parse(sample("webhook-package-blocked.json")).refusals().get(0);

      assertThat(shown(found))
          .isEqualTo(
              "CURATION_BLOCK acme-widgets:3.6.1 POLICY_VIOLATION [npm-young] in npm-remote x1");
      assertThat(found.address()).isEmpty();
      assertThat(found.curation().orElseThrow().policies().get(0).condition())
          .contains("younger than 7 days");
    }

    @Test
    void areReadInsideAnEnvelope() {
      assertThat(
              read("{\"domain\":\"curation\",\"event_type\":\"blocked\",\"data\":" + EVENT + "}"))
          .containsExactly(
              "CURATION_BLOCK ctx:0.2.6 POLICY_VIOLATION [no-malware] in pypi-remote x1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-waiver-created.json", "webhook-waiver-updated.json"})
    void areNoRefusalsIfTheyAreAboutWaivers(String file) throws IOException {
      assertThat(read(sample(file))).isEmpty();
      assertThat(
              read(sample(file).replace("needed for release", "package was blocked by curation")))
          .isEmpty();
    }

    @Test
    void areNoRefusalsIfTheyAreAboutPolicies() {
      String policy = "{\"id\":\"7\",\"name\":\"blocked by curation\",\"policy_action\":\"block\"}";

      assertThat(read("{\"policy_before\":" + policy + ",\"policy_after\":" + policy + "}"))
          .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "\"dry_run\":false; \"dry_run\":true",
          "\"result\":\"Blocked\"; \"result\":\"Waived\"",
          "\"result\":\"Blocked\"; \"result\":\"approved\"",
        })
    void areNoRefusalsIfNoPolicyBlocks(String field, String other) {
      String event = EVENT.replace(field, other);

      assertThat(read(event)).isEmpty();
      assertThat(read(event.replace("Policy violations", ""))).isEmpty();
    }

    @Test
    void areRefusalsForAnotherReasonThanTheirPolicies() {
      String event = EVENT
          .replace("Policy violations", "Pending Catalog update")
          .replace("\"result\":\"Blocked\"", "\"result\":\"Waived\"");

      assertThat(read(event))
          .containsExactly("CURATION_BLOCK ctx:0.2.6 NOT_IN_CATALOG [] in pypi-remote x1");
    }

    @Test
    void nameOnlyThePoliciesThatBlock() {
      String event = EVENT.replace(
          "\"policies\":[",
          "\"policies\":[{\"policy_name\":\"trial\",\"dry_run\":true,\"result\":\"blocked\"},");

      assertThat(read(event))
          .containsExactly(
              "CURATION_BLOCK ctx:0.2.6 POLICY_VIOLATION [no-malware] in pypi-remote x1");
    }

    @ParameterizedTest
    @CsvSource({
      "Pending Catalog update,NOT_IN_CATALOG",
      "Pending on-demand scan,ON_DEMAND_SCAN_PENDING",
      "Policy violations,POLICY_VIOLATION",
    })
    void haveAReasonWithoutPolicies(String words, Reason reason) {
      String event = EVENT
          .replace("Policy violations", words)
          .replaceAll("\"policies\":\\[.*]", "\"policies\":null");

      BlockedDownload found = RefusalLog.parse(event).refusals().get(0);

      assertThat(found.kind()).isEqualTo(Kind.CURATION_BLOCK);
      assertThat(found.curation().orElseThrow().reason()).isEqualTo(reason);
    }
  }

  @Nested
  class RowsOfTheAudit {
    @Test
    void areRefusalsIfThePackageWasBlocked() throws IOException {
      assertThat(read(sample("audit-packages-page.json")))
          .containsExactly(
              "CURATION_BLOCK acme-widgets:3.6.1 POLICY_VIOLATION [npm-young] in npm-remote x1");
    }

    @Test
    void areNoRefusalsIfAllTheirPoliciesAreDryRuns() throws IOException {
      String page = sample("audit-packages-page.json")
          .replaceAll("\"dry_run\" *: *false", "\"dry_run\":true");

      assertThat(read(page)).isEmpty();
    }
  }
}
