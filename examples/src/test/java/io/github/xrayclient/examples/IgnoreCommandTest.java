package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.RecordedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command that ignores the violations of an artifact. */
class IgnoreCommandTest extends CommandLineFixture {
  private static final String PATH = "org/acme/app-1.0.jar";

  @BeforeEach
  void seedViolations() {
    fake.seed(FakeXray.Kind.REPOSITORIES, resource("repositories.json"))
        .seed(FakeXray.Kind.SCAN_STATUSES, resource("scan-statuses.json"))
        .seed(FakeXray.Kind.VIOLATIONS, resource("violations.json"));
  }

  private int ignore(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("ignore", "--days", "30", "--notes", "ACME-1"));
    arguments.addAll(List.of(more));
    return onServer(arguments.toArray(new String[0]));
  }

  private int ignoreArtifact(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("--repo", "example-repo-local", "--path", PATH));
    arguments.addAll(List.of(more));
    return ignore(arguments.toArray(new String[0]));
  }

  private List<RecordedRequest> creates() {
    return fake.requests().stream()
        .filter(request ->
            request.method().equals("POST") && request.path().equals("/xray/api/v1/ignore_rules"))
        .collect(Collectors.toList());
  }

  private static JsonNode json(String text) throws Exception {
    return new JsonMapper().readTree(text);
  }

  @Test
  void createsTheNarrowestRule() {
    assertThat(ignoreArtifact()).isZero();

    assertThat(creates()).singleElement().satisfies(request -> {
      assertThat(request.json().at("/notes").asText()).isEqualTo("ACME-1");
      assertThat(request.json().at("/expires_at").asText()).matches("20.*T.*Z");
      assertThat(request.json().at("/ignore_filters"))
          .isEqualTo(json("{\"cves\":[\"CVE-2021-44228\"],\"policies\":[\"block-vulnerabilities\"],"
              + "\"watches\":[\"release-repositories\"],\"components\":[{\"name\":"
              + "\"gav://org.acme:lib\",\"version\":\"1.0\"}],\"artifacts\":[{\"name\":"
              + "\"app-1.0.jar\"}]}"));
    });
    assertThat(out.toString())
        .contains("CVE-2021-44228", "gav://org.acme:lib:1.0", "release-repositories", "created ")
        .contains("acts on later scans only", "curl -X POST", "/xray/api/v1/applyWatch");
  }

  @Test
  void changesNothingTheSecondTimeAndSaysSo() {
    assertThat(ignoreArtifact()).isZero();
    out.getBuffer().setLength(0);

    assertThat(ignoreArtifact()).isZero();

    assertThat(creates()).hasSize(1);
    assertThat(out.toString()).contains("unchanged ").doesNotContain("created ");
  }

  @Test
  void showsTheBodyOnADryRun() throws Exception {
    assertThat(ignoreArtifact("--dry-run", "--format", "json")).isZero();

    JsonNode line = json(out.toString());
    assertThat(line.get("outcome").asText()).isEqualTo("WOULD_CREATE");
    assertThat(line.get("watch").asText()).isEqualTo("release-repositories");
    assertThat(line.get("project").isNull()).isTrue();
    assertThat(line.at("/rule/ignore_filters/cves/0").asText()).isEqualTo("CVE-2021-44228");
    assertThat(line.at("/rule/notes").asText()).isEqualTo("ACME-1");
    assertThat(creates()).isEmpty();
  }

  @Test
  void takesAViolationInsteadOfAnArtifact() {
    assertThat(ignore("--violation", "XRAY-123456", "--watch", "release-repositories"))
        .isZero();
    assertThat(ignore("--violation", "5f1e0c2a", "--watch", "release-repositories"))
        .isZero();

    assertThat(creates()).hasSize(1);
  }

  @Test
  void refusesAViolationThatTheWatchDidNotFind() {
    assertThat(ignore("--violation", "XRAY-9", "--watch", "release-repositories"))
        .isEqualTo(3);

    assertThat(err.toString()).contains("release-repositories found no such violation");
  }

  @Test
  void refusesIfNothingIsToBeIgnored() {
    assertThat(ignore("--repo", "example-repo-local", "--path", "other.jar")).isEqualTo(3);

    assertThat(err.toString())
        .contains("No violation that blocks the download was found", "there is nothing to ignore");
    assertThat(creates()).isEmpty();
  }

  @Test
  void saysThatTheViolationIsIgnoredAlready() {
    fake.seed(
        FakeXray.Kind.VIOLATIONS,
        resource("violations.json")
            .replace("\"is_blocking\": true", "\"is_blocking\": true, \"is_ignored\": true")
            .replace("\"issue_id\"", "\"ignore_rule_info\": {\"id\": \"rule-7\"}, \"issue_id\""));

    assertThat(ignoreArtifact()).isZero();

    assertThat(err.toString()).contains("ignored already by ignore rule rule-7");
    assertThat(creates()).isEmpty();
  }

  @Test
  void namesWhatBlocksIfNothingIsChosen() {
    assertThat(ignoreArtifact("--cve", "CVE-1")).isEqualTo(3);

    assertThat(err.toString()).contains("CVE-2021-44228 (watch release-repositories)");
  }

  @Test
  void namesTheRightThatIsMissing() {
    fake.forbid("/xray/api/v1/ignore_rules");

    assertThat(ignoreArtifact()).isEqualTo(3);

    assertThat(err.toString()).contains("403", "needs the role Manage Watches");
  }

  @Test
  void namesTheProjectThatIsMissing() {
    String row = resource("violations.json").replace("release-repositories", "hidden");
    fake.seed(FakeXray.Kind.VIOLATIONS, row.replace("5f1e0c2a", "7"));

    assertThat(ignoreArtifact()).isEqualTo(3);

    assertThat(err.toString()).contains("watch hidden was not found", "name the project");
    assertThat(creates()).isEmpty();
  }

  @Test
  void refusesContradictions() {
    assertThat(ignore("--repo", "r")).isEqualTo(2);
    assertThat(ignore("--repo", "r", "--path", "p", "--violation", "1")).isEqualTo(2);
    assertThat(ignore("--violation", "1")).isEqualTo(2);
    assertThat(ignore("--violation", "1", "--watch", "w", "--cve", "CVE-1")).isEqualTo(2);
    assertThat(ignoreArtifact("--read-only")).isEqualTo(2);
    assertThat(creates()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "36501", "2147483647", "99999999999", "1.5", "many"})
  void refusesANumberOfDaysThatIsNoPeriod(String days) {
    assertThat(onServer("ignore", "--repo", "r", "--path", "p", "--notes", "n", "--days=" + days))
        .isEqualTo(2);

    assertThat(err.toString()).contains("--days");
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void sendsNoWriteOnADryRunAndNeedsNoRightToWrite() {
    assertThat(ignoreArtifact("--dry-run", "--read-only")).isZero();

    assertThat(out.toString()).contains("would be created");
    assertThat(creates()).isEmpty();
    assertThat(fake.stored(FakeXray.Kind.IGNORE_RULES)).isEmpty();
  }

  @Test
  void findsTheRuleWhoseAnswerWasLost() {
    try (WriteFaults faults = new WriteFaults(fake.url(), "{}")) {
      faults.next(WriteFaults.Fate.DROP);

      assertThat(through(faults)).isZero();

      assertThat(out.toString()).contains("created ");
      assertThat(creates()).hasSize(1);
    }
  }

  @Test
  void saysThatTheOutcomeIsUnknownIfTheServerIsGoneAfterwards() {
    try (WriteFaults faults = new WriteFaults(fake.url(), "{}")) {
      faults.next(WriteFaults.Fate.LOSE);

      assertThat(through(faults)).isEqualTo(4);

      assertThat(err.toString()).contains("outcome unknown: POST ", "/xray/api/v1/ignore_rules");
    }
  }

  @Test
  void showsTheRulesThatWereCreatedBeforeOneFailed() throws Exception {
    String row = resource("violations.json");
    fake.seed(
        FakeXray.Kind.VIOLATIONS,
        row.replace("5f1e0c2a", "6a").replace("XRAY-123456", "XRAY-7").replace("44228", "45046"));
    try (WriteFaults faults = new WriteFaults(fake.url(), "{\"error\":\"no more rules\"}")) {
      faults.next(WriteFaults.Fate.PASS, WriteFaults.Fate.REFUSE);

      assertThat(through(faults, "--format", "json")).isEqualTo(4);

      assertThat(out.toString().lines())
          .singleElement()
          .satisfies(line -> assertThat(json(line).get("outcome").asText()).isEqualTo("CREATED"));
      assertThat(err.toString().strip().lines())
          .singleElement()
          .asString()
          .contains("no more rules", "already done: POST ");
    }
    assertThat(fake.stored(FakeXray.Kind.IGNORE_RULES)).hasSize(1);
  }

  @Test
  void writesOneLineForEachRule() throws Exception {
    fake.seed(
        FakeXray.Kind.VIOLATIONS,
        resource("violations.json")
            .replace("5f1e0c2a", "6a")
            .replace("XRAY-123456", "XRAY-7")
            .replace("44228", "45046"));

    assertThat(ignoreArtifact("--format", "json")).isZero();

    assertThat(out.toString().lines()).hasSize(2).allSatisfy(line -> {
      assertThat(json(line).get("outcome").asText()).isEqualTo("CREATED");
      assertThat(json(line).at("/rule/id").asText()).isNotEmpty();
    });
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void findsACveInAnyCase() {
    assertThat(ignoreArtifact("--cve", "cve-2021-44228")).isZero();
  }

  @Test
  void changesNothingForAViolationThatNoRuleCanName() {
    fake.seed(
        FakeXray.Kind.VIOLATIONS,
        resource("violations.json").replace("\"matched_policies\"", "\"no_policies\""));

    assertThat(ignore("--violation", "5f1e0c2a", "--watch", "release-repositories"))
        .isEqualTo(3);

    assertThat(err.toString())
        .contains(
            "Nothing was changed, because violation 5f1e0c2a",
            "; create-ignore-rule can create a rule for a CVE, a vulnerability or a license")
        .doesNotContain("IgnoreRuleDraft", "includeDetails");
    assertThat(creates()).isEmpty();
  }

  @Test
  void namesTheRightThatIsMissingToCreateARule() {
    try (WriteFaults faults = new WriteFaults(fake.url(), "{}")) {
      faults.next(WriteFaults.Fate.FORBID);

      assertThat(through(faults)).isEqualTo(3);

      assertThat(err.toString()).contains("answered 403", "needs the role Manage Watches");
      assertThat(out.toString()).isEmpty();
    }
  }

  private int through(WriteFaults faults, String... more) {
    List<String> arguments = new ArrayList<>(List.of(
        "ignore",
        "--days",
        "30",
        "--notes",
        "n",
        "--repo",
        "example-repo-local",
        "--path",
        PATH,
        "--url",
        faults.url(),
        "--token-file",
        tokenFile().toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(new String[0]));
  }
}
