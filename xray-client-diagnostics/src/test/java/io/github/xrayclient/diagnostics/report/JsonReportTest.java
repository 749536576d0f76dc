package io.github.xrayclient.diagnostics.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.xrayclient.diagnostics.explanation.AppliedPolicy;
import io.github.xrayclient.diagnostics.explanation.CoveringWatch;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RepositoryCoverage;
import io.github.xrayclient.diagnostics.explanation.SetupAudit;
import io.github.xrayclient.diagnostics.explanation.SetupFinding;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.repository.RepositoryClass;
import io.github.xrayclient.watch.WatchResource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportTest {
  @Test
  void hasTheDocumentedMembersInTheirOrder() {
    JsonNode report = JsonReport.tree(
        Explanations.BLOCKED.toBuilder().refusal(Optional.empty()).build());

    assertThat(names(report))
        .containsExactly(
            "schema",
            "kind",
            "address",
            "status",
            "count",
            "line",
            "repository",
            "path",
            "member",
            "image",
            "missingRepository",
            "causes",
            "ruledOut",
            "notBlocking",
            "ignoredBy",
            "curation",
            "xrayAvailability",
            "notChecked",
            "nextSteps",
            "askedAgain",
            "server",
            "user",
            "xrayVersion",
            "askedAt");
    assertThat(report.get("schema").asInt()).isEqualTo(1);
    assertThat(report.get("kind").isNull()).isTrue();
    assertThat(report.get("curation").isNull()).isTrue();
    assertThat(report.get("path").asText()).isEqualTo("org/acme/app-1.0.jar");
    JsonNode cause = report.get("causes").get(0);
    assertThat(names(cause))
        .containsExactly(
            "verdict",
            "watch",
            "watchProject",
            "policy",
            "policyType",
            "rule",
            "criteria",
            "trigger",
            "resource",
            "member",
            "reason",
            "violationCount",
            "violations");
    assertThat(cause.get("verdict").asText()).isEqualTo("LIKELY");
    assertThat(cause.get("policyType").asText()).isEqualTo("security");
    assertThat(cause.get("trigger").asText()).isEqualTo("VIOLATION");
    assertThat(cause.get("resource").toString())
        .isEqualTo("{\"type\":\"repository\",\"name\":\"example-repo-local\"}");
  }

  @Test
  void hasTheRefusalOfCurationForThatKindOnly() {
    JsonNode curation = JsonReport.tree(Explanations.CURATED).get("curation");

    assertThat(curation.toString())
        .isEqualTo("{\"package\":\"acme\",\"version\":\"1.0\",\"waiversAllowed\":true,"
            + "\"reason\":\"POLICY_VIOLATION\",\"policies\":["
            + "{\"policy\":\"p\",\"condition\":\"c\",\"explanation\":\"Bad: one | two\","
            + "\"recommendation\":\"Replace it\"}]}");
  }

  @Test
  void hasWhatIsKnownOfARefusalByCuration() {
    JsonNode curation = JsonReport.tree(Explanations.of("x")).get("curation");

    assertThat(curation.get("findings").toString())
        .isEqualTo("[{\"kind\":\"WAIVED\",\"text\":\"x\"}]");
    assertThat(curation.get("waiverRequest").toString())
        .isEqualTo("{\"pkg_type\":\"npm\",\"pkg_name\":\"acme\",\"pkg_version\":\"1.0\","
            + "\"repo_key\":\"npm-remote\",\"reason\":\"needed: x\"}");
  }

  @Test
  void writesARefusalWithoutAskingAServer() {
    BlockedDownload refusal = RefusalLog.parse("401 Unauthorized").refusals().get(0);

    assertThat(JsonReport.tree(refusal).toString())
        .isEqualTo("{\"schema\":1,\"kind\":\"AUTH\",\"address\":null,\"status\":401,\"count\":1,"
            + "\"line\":1,\"repository\":null,\"path\":null,\"curation\":null,\"tool\":null,"
            + "\"text\":\"401 Unauthorized\"}");
  }

  @Test
  void writesWhatCoversARepository() {
    RepositoryCoverage coverage = RepositoryCoverage.builder()
        .repository("all")
        .addWatch(CoveringWatch.builder()
            .repository("libs")
            .watch("w")
            .certain(true)
            .resource(WatchResource.repository("libs", RepositoryClass.LOCAL))
            .text("Watch \"w\" covers repository \"libs\".")
            .addPolicy(AppliedPolicy.builder()
                .policy("p")
                .type(PolicyType.SECURITY)
                .readable(true)
                .addBlockingRule("r")
                .build())
            .addPolicy(AppliedPolicy.builder().policy("hidden").readable(false).build())
            .build())
        .addNotChecked(NotChecked.of(NotChecked.Subject.WATCHES, "why"))
        .build();

    assertThat(JsonReport.tree(coverage).toString())
        .isEqualTo(
            "{\"schema\":1,\"repository\":\"all\",\"missingRepository\":null,\"watches\":[{\"repository\":\"libs\","
                + "\"watch\":\"w\",\"project\":null,\"active\":null,\"certain\":true,\"resource\":"
                + "{\"type\":\"repository\",\"name\":\"libs\"},\"text\":\"Watch \\\"w\\\" covers repository \\\"libs\\\".\","
                + "\"policies\":[{\"policy\":\"p\",\"type\":\"security\",\"blockingRules\":[\"r\"]},"
                + "{\"policy\":\"hidden\",\"type\":null,\"blockingRules\":null}]}],"
                + "\"notChecked\":[{\"what\":\"WATCHES\",\"because\":\"why\"}]}");
  }

  @Test
  void writesTheAuditOfASetUp() {
    SetupAudit audit = SetupAudit.builder()
        .policyCount(1)
        .watchCount(2)
        .addFinding(SetupFinding.builder()
            .kind(SetupFinding.Kind.WATCH_INACTIVE)
            .watch("w")
            .projectKey("dev")
            .text("It does nothing.")
            .build())
        .build();

    assertThat(JsonReport.tree(audit).toString())
        .isEqualTo("{\"schema\":1,\"policyCount\":1,\"watchCount\":2,\"findings\":[{\"kind\":"
            + "\"WATCH_INACTIVE\",\"watch\":\"w\",\"policy\":null,\"rule\":null,\"project\":\"dev\","
            + "\"text\":\"It does nothing.\"}],\"notChecked\":[]}");
  }

  @Test
  void hasALineForEachExplanation() {
    assertThat(JsonReport.lines(List.of(Explanations.BLOCKED, Explanations.CURATED)))
        .isEqualTo(JsonReport.tree(Explanations.BLOCKED) + "\n"
            + JsonReport.tree(Explanations.CURATED) + "\n");
    assertThat(JsonReport.lines(List.of())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.github.xrayclient.diagnostics.report.Explanations#hostile")
  void keepsNamesAndEscapesWhatATerminalWouldObey(String hostile) throws IOException {
    String line = JsonReport.lines(List.of(Explanations.of(hostile)));

    assertThat(new ObjectMapper().readTree(line).get("repository").asText()).isEqualTo(hostile);
    assertThat(line.strip()).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
