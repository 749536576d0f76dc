package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.RecordedRequest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest extends CommandLineFixture {
  private static final String REFUSAL =
      "HTTP Error Code 403: Artifact download request rejected: org/acme/app-1.0.jar was not"
          + " downloaded due to the download blocking policy configured in Xray for"
          + " example-repo-local.";

  @Nested
  class Explain {
    @Test
    void namesTheDocumentedCauseAndExitsWithTen() throws IOException {
      int exit = onServer("explain", "--message", REFUSAL, "--format", "json");

      assertThat(exit).isEqualTo(10);
      JsonNode answer = json();
      assertThat(answer.get("kind").asText()).isEqualTo("XRAY_BLOCK");
      assertThat(answer.get("causes"))
          .extracting(cause -> List.of(
              cause.get("verdict").asText(),
              cause.get("watch").asText(),
              cause.get("policy").asText(),
              cause.get("rule").asText(),
              cause.get("trigger").asText()))
          .containsExactly(
              List.of(
                  "LIKELY",
                  "release-repositories",
                  "block-vulnerabilities",
                  "any-severity",
                  "UNSCANNED"),
              List.of(
                  "LIKELY",
                  "release-repositories",
                  "block-vulnerabilities",
                  "any-severity",
                  "VIOLATION"));
      assertThat(err.toString()).isEmpty();
    }

    @Test
    void takesARepositoryAndPath() {
      assertThat(onServer("explain", "--repo", "example-repo-local", "--path", "a/b.jar"))
          .isEqualTo(10);
      assertThat(out.toString()).contains("any-severity");
    }

    @Test
    void exitsWithZeroIfNothingBlocks() {
      fake.seed(
          FakeXray.Kind.REPOSITORIES,
          "{\"key\":\"another-repo\",\"rclass\":\"local\",\"packageType\":\"maven\"}");
      assertThat(onServer("explain", "--repo", "another-repo")).isZero();
      assertThat(out.toString()).contains("No cause was found.");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "POLICIES | {'name':'odd','type':'security','rules':7} | policy \"odd\" (rules)",
          "POLICIES | {'name':'odd','type':'security','rules':[{'name':'r','actions':{"
              + "'block_download':{'active':1}}}]} | policy \"odd\" (active)",
          "WATCHES | {'general_data':{'name':'odd','active':true},'project_resources':{'resources':["
              + "{'type':'all-repos'}]},'assigned_policies':'p'} | watch \"odd\" (assigned_policies)"
        })
    void exitsWithThreeIfSettingsThatCannotBeReadMayHideACause(
        FakeXray.Kind kind, String object, String words) {
      fake.seed(kind, object.replace('\'', '"'));

      assertThat(onServer("explain", "--repo", "another-repo")).isEqualTo(3);
      assertThat(err.toString()).contains("could not be read").contains(words);
    }

    @Test
    void readsAFile(@TempDir Path folder) throws IOException {
      Path log = folder.resolve("build.log");
      Files.writeString(log, "some line\n" + REFUSAL + "\n" + REFUSAL + "\n");

      int exit = onServer("explain", "--message-file", log.toString(), "--format", "json");

      assertThat(exit).isEqualTo(10);
      assertThat(out.toString().lines()).hasSize(1);
      assertThat(err.toString().lines())
          .containsExactly(
              "{\"level\":\"note\",\"message\":\"Refusals in the log: 2, distinct: 1.\"}");
    }

    @ParameterizedTest
    @CsvSource({
      "folder, it is a directory",
      "missing, there is no such file",
      "empty, it is empty",
      "blank, it is empty",
      "binary, 'it is not text; if the log is compressed, unpack it first'"
    })
    void exitsWithThreeForAFileThatCannotBeUsed(String name, String reason, @TempDir Path folder)
        throws IOException {
      Files.createDirectory(folder.resolve("folder"));
      Files.createFile(folder.resolve("empty"));
      Files.writeString(folder.resolve("blank"), " \n\n");
      Files.write(folder.resolve("binary"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 1});
      String file = folder.resolve(name).toString();

      assertThat(onServer("explain", "--message-file", file)).isEqualTo(3);

      assertThat(err.toString().lines()).containsExactly("cannot use " + file + ": " + reason);
      assertThat(out.toString()).isEmpty();
    }

    @Test
    void exitsWithThreeForAFileBelowAFile(@TempDir Path folder) throws IOException {
      Path below = Files.createFile(folder.resolve("file")).resolve("in");

      assertThat(onServer("explain", "--message-file", below.toString())).isEqualTo(3);

      assertThat(err.toString().lines())
          .singleElement()
          .asString()
          .startsWith("cannot use " + below + ": "); // each system gives another reason
    }

    @Test
    void exitsWithThreeForAFileThatItMayNotRead() throws Exception {
      CommandLine commands = XrayExamples.newCommandLine().setErr(new PrintWriter(err, true));
      AccessDeniedException denied = new AccessDeniedException("secret.log");

      assertThat(commands
              .getExecutionExceptionHandler()
              .handleExecutionException(denied, commands, null))
          .isEqualTo(3);

      assertThat(err.toString().lines()).containsExactly("cannot use secret.log: access is denied");
    }

    @Test
    void findsABlockAlsoBehindZeroBytes(@TempDir Path folder) throws IOException {
      Path log = Files.writeString(folder.resolve("rotated.log"), "\0".repeat(9_000) + REFUSAL);

      assertThat(onServer("explain", "--message-file", log.toString())).isEqualTo(10);
    }

    @Test
    void readsUtf16(@TempDir Path folder) throws IOException {
      Path log = Files.writeString(folder.resolve("a.log"), "all is well", StandardCharsets.UTF_16);

      assertThat(onServer("explain", "--message-file", log.toString())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--message", "--message-file"})
    void exitsWithTwoForABlankOption(String option) {
      assertThat(onServer("explain", option, " ")).isEqualTo(2);
      assertThat(err.toString().lines())
          .containsExactly(option + " is blank; give the text of the refusal");
    }

    @Test
    void writesATicketAndAPage(@TempDir Path folder) throws IOException {
      Path page = folder.resolve("page.html");

      assertThat(onServer("explain", "--message", REFUSAL, "--format", "markdown"))
          .isEqualTo(10);
      assertThat(onServer(
              "explain", "--message", REFUSAL, "--format", "html", "--output", page.toString()))
          .isEqualTo(10);

      assertThat(out.toString()).startsWith("## `org/acme/app-1.0.jar` in `example-repo-local`");
      assertThat(out.toString()).doesNotContain("<!DOCTYPE html>");
      assertThat(Files.readString(page))
          .startsWith("<!DOCTYPE html>")
          .contains("release-repositories");
    }

    @Test
    void colorsTextForATerminalOnly(@TempDir Path folder) throws IOException {
      Path file = folder.resolve("report.txt");
      System.setProperty("picocli.ansi", "true"); // as on a terminal
      try {
        onServer("explain", "--message", REFUSAL);
        onServer("explain", "--message", REFUSAL, "--output", file.toString());
      } finally {
        System.clearProperty("picocli.ansi");
      }
      onServer("explain", "--message", REFUSAL);

      assertThat(out.toString().split("Next steps", -1)[0]).contains("\u001b[1;33mLIKELY");
      assertThat(out.toString()).contains("\n  LIKELY: blocks because of");
      assertThat(Files.readString(file)).contains("LIKELY").doesNotContain("\u001b");
    }

    @Test
    void readsStandardInputAndTheServerOnceForAllOfIt() {
      String log = (REFUSAL + "\n" + REFUSAL.replace("app-1.0", "app-2.0") + "\n").repeat(3_000);
      InputStream in = System.in;
      System.setIn(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
      try {
        assertThat(onServer("explain", "--message-file", "-")).isEqualTo(10);
      } finally {
        System.setIn(in);
      }

      assertThat(err.toString().lines()).containsExactly("Refusals in the log: 6000, distinct: 2.");
      assertThat(out.toString()).contains("app-1.0.jar", "app-2.0.jar");
      assertThat(fake.requests())
          .extracting(RecordedRequest::path)
          .containsOnlyOnce(
              "/xray/api/v2/policies",
              "/xray/api/v2/watches",
              "/artifactory/api/repositories/example-repo-local",
              "/artifactory/api/repositories", // this server does not have the repository
              "/xray/api/v1/binMgr/default/repos",
              "/xray/api/v1/ignore_rules",
              "/xray/api/v1/system/version")
          .hasSize(14); // also violations and scan status of both artifacts, the latter by two keys
    }

    @Test
    void exitsWithTenForARefusalByCurationAndWithZeroForAPermission() {
      String curation =
          "Package acme:1.0 download was blocked by JFrog Packages Curation service due to the"
              + " following policies violated {p, c}.";

      assertThat(onServer("explain", "--message", curation)).isEqualTo(10);
      assertThat(onServer("explain", "--message", REFUSAL + " Xray is unavailable."))
          .isEqualTo(10);
      assertThat(onServer(
              "explain", "--message", "{\"errors\":[{\"status\":403,\"message\":\"Forbidden\"}]}"))
          .isZero();
      assertThat(onServer("explain", "--message", "nothing of interest")).isZero();
    }

    @Test
    void needsOneQuestion() {
      assertThat(onServer("explain")).isEqualTo(2);
      assertThat(onServer("explain", "--path", "a")).isEqualTo(2);
      assertThat(onServer("explain", "--repo", "a", "--message", "b")).isEqualTo(2);
      assertThat(fake.requests()).isEmpty();
    }
  }

  @Nested
  class Lists {
    @ParameterizedTest
    @ValueSource(strings = {"policies", "watches", "curation-policies"})
    void printOneObjectALineWithTheFieldsThatTheServerSent(String command) throws IOException {
      assertThat(onServer(command, "--format", "json")).isZero();

      List<JsonNode> printed = new ArrayList<>();
      for (String line : out.toString().lines().collect(Collectors.toList())) {
        printed.add(new ObjectMapper().readTree(line));
      }
      JsonNode sent = new ObjectMapper().readTree(resource(command + ".json"));
      assertThat(printed).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void ofCurationPoliciesSendTheirFilters() {
      int exit = onServer(
          "curation-policies",
          "--enabled",
          "true",
          "--action",
          "block",
          "--condition",
          "1",
          "--name",
          "malicious-npm-packages");

      assertThat(exit).isZero();
      RecordedRequest request = fake.requests().get(1); // the first one looks for the condition
      assertThat(request.queryParameter("enabled")).contains("true");
      assertThat(request.queryParameter("policy_action")).contains("block");
      assertThat(request.queryParameter("condition_id")).contains("1");
      assertThat(request.queryParameter("name")).contains("malicious-npm-packages");
      assertThat(out.toString().lines()).hasSize(2);
    }

    @Test
    void goToAFile(@TempDir Path folder) throws IOException {
      Path file = folder.resolve("out.txt");

      assertThat(onServer("conditions", "--output", file.toString())).isZero();

      assertThat(out.toString()).isEmpty();
      assertThat(Files.readString(file)).contains("Malicious package");
    }
  }

  @Nested
  class Waive {
    @Test
    void addsOneWaiverAndKeepsAllOthers() {
      int exit = onServer(
          "waive",
          "--policy",
          "11",
          "--type",
          "npm",
          "--package",
          "left-pad",
          "--version",
          "1.3.0",
          "--version",
          "1.2.0",
          "--justification",
          "vendored");

      assertThat(exit).isZero();
      JsonNode policy = curationPolicy("11");
      assertThat(policy.get("waivers"))
          .extracting(waiver -> waiver.get("pkg_name").asText())
          .containsExactlyInAnyOrder("jquery", "jquery", "left-pad");
      assertThat(policy.get("label_waivers")).hasSize(1);
      assertThat(err.toString()).isEmpty();
      assertThat(out.toString()).contains("left-pad", "1.3.0, 1.2.0");
    }

    @Test
    void showsWhatItWouldSendOnADryRun() throws IOException {
      int exit = onServer(
          "waive",
          "--policy",
          "11",
          "--type",
          "npm",
          "--package",
          "left-pad",
          "--justification",
          "vendored",
          "--dry-run",
          "--format",
          "json");

      assertThat(exit).isZero();
      assertThat(fake.requests()).extracting(RecordedRequest::method).containsOnly("GET");
      JsonNode body = json();
      assertThat(body.get("waivers")).hasSize(3);
      assertThat(body.get("waivers").get(2).get("all_versions").asBoolean()).isTrue();
      assertThat(body.has("id")).isFalse();
    }

    @Test
    void saysWhatWouldChangeOnADryRun() {
      int exit = onServer(
          "waive",
          "--policy",
          "11",
          "--type",
          "npm",
          "--package",
          "left-pad",
          "--justification",
          "vendored",
          "--dry-run");

      assertThat(exit).isZero();
      assertThat(fake.requests()).extracting(RecordedRequest::method).containsOnly("GET");
      assertThat(out.toString().lines())
          .containsExactly(
              "adds package waiver: npm left-pad all versions",
              "keeps 2 package waivers and 1 label waiver");
    }

    @Test
    void refusesABlankJustificationBeforeAnyRequest() {
      assertThat(onServer(
              "waive", "--policy", "11", "--type", "npm", "--package", "x", "--justification", " "))
          .isEqualTo(2);
      assertThat(err.toString()).contains("justification");
      assertThat(fake.requests()).isEmpty();
    }

    @Test
    void tellsWhichFieldsWereNotSent() {
      fake.seed(
          FakeXray.Kind.CURATION_POLICIES,
          "{\"id\":\"77\",\"name\":\"n\",\"scope\":\"all_repos\",\"policy_action\":\"block\","
              + "\"condition_id\":\"1\",\"waiver_request_config\":\"forbidden\","
              + "\"brand_new\":true}");

      int exit = onServer(
          "waive", "--policy", "77", "--type", "npm", "--package", "x", "--justification", "y");

      assertThat(exit).isZero();
      assertThat(err.toString()).contains("brand_new");
    }
  }

  @Nested
  class Unwaive {
    @Test
    void dropsThePackageWaiverAndNotTheLabelWaiverOfTheSameId() {
      assertThat(onServer("unwaive", "--policy", "11", "--waiver", "1")).isZero();

      assertThat(curationPolicy("11").get("waivers"))
          .extracting(waiver -> waiver.get("id").asText())
          .containsExactly("2");
      assertThat(curationPolicy("11").get("label_waivers")).hasSize(1);
    }

    @Test
    void dropsALabelWaiver() {
      assertThat(onServer("unwaive", "--policy", "11", "--label-waiver", "1")).isZero();

      assertThat(curationPolicy("11").get("waivers")).hasSize(2);
      assertThat(curationPolicy("11").has("label_waivers")).isFalse();
    }
  }

  @Nested
  class Failures {
    @Test
    void ofTheServerExitWithThreeAndOneLine() {
      assertThat(onServer(
              "waive",
              "--policy",
              "999",
              "--type",
              "npm",
              "--package",
              "x",
              "--justification",
              "y"))
          .isEqualTo(3);
      assertThat(err.toString().lines()).hasSize(1);
      assertThat(err.toString()).contains("404").doesNotContain(TOKEN);
    }

    @Test
    void ofTheTokenExitWithThreeAndDoNotShowIt() {
      assertThat(run("policies", "--url", fake.url(), "--token", "wrong-token")).isEqualTo(3);
      assertThat(err.toString()).contains("401").doesNotContain("wrong-token");
    }

    @Test
    void ofAFileExitWithThree() {
      assertThat(onServer("explain", "--message-file", "no-such-file")).isEqualTo(3);
      assertThat(err.toString()).contains("no-such-file");
    }

    @ParameterizedTest
    @CsvSource({"none/result.txt,there is no directory", "'',is the directory"})
    void ofTheOutputExitWithThreeBeforeAnythingIsSent(
        String name, String words, @TempDir Path folder) {
      String file = folder.resolve(name).toString();

      assertThat(onServer("unwaive", "--policy", "11", "--waiver", "1", "--output", file))
          .isEqualTo(3);
      assertThat(err.toString()).contains(words);
      assertThat(fake.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://acme.example", "http://acme.example", "https://", "not a url"})
    void ofTheUrlExitWithTwo(String url) {
      assertThat(run("policies", "--url", url, "--token", "t")).isEqualTo(2);
      assertThat(err.toString()).contains("the base URL");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "conditions",
          "curation-policies",
          "waive",
          "unwaive",
          "copy-waiver",
          "waiver-requests",
          "would-block",
          "apply",
          "rollback"
        })
    void ofAProjectThatHasNoEffectExitWithTwo(String command) {
      assertThat(onServer(command, "--project", "dev")).isEqualTo(2);
      assertThat(err.toString())
          .contains(
              "--project dev has no effect on this command",
              "plans and journals contain their project");
      assertThat(fake.requests()).isEmpty();
    }

    @Test
    void ofOptionsThatContradictEachOtherExitWithTwo() {
      assertThat(onServer("policies", "--demo")).isEqualTo(2);
      assertThat(err.toString())
          .contains("--demo uses an embedded server, so it cannot be used with --url");
      assertThat(run("policies", "--demo", "--token", "t")).isEqualTo(2);
      assertThat(onServer("policies", "--token", "f")).isEqualTo(2);
      assertThat(err.toString()).contains("--token and --token-file cannot be used together");
      assertThat(fake.requests()).isEmpty();
    }

    @Test
    void ofUsageExitWithTwo() {
      assertThat(run("no-such-command")).isEqualTo(2);
      assertThat(run("policies", "--format", "xml")).isEqualTo(2);
      assertThat(run("waive", "--policy", "1")).isEqualTo(2);
      assertThat(run("policies", "--url", fake.url(), "--token", "a\nb")).isEqualTo(2);
      assertThat(err.toString()).doesNotContain("a\nb");
    }
  }

  @Test
  void runsOnTheEmbeddedServerForTheDemo() {
    assertThat(run("explain", "--demo", "--message", REFUSAL)).isEqualTo(10);
    assertThat(out.toString())
        .contains("release-repositories", "block-vulnerabilities", "any-severity");
    assertThat(err.toString()).contains("embedded server");
  }

  @Test
  @Timeout(60)
  void keepsAnEmbeddedServerForOtherCommands() throws Exception {
    PipedReader printed = new PipedReader();
    PrintWriter printer = new PrintWriter(new PipedWriter(printed), true);
    FutureTask<Integer> serving = new FutureTask<>(() -> XrayExamples.newCommandLine()
        .setOut(printer)
        .setErr(new PrintWriter(err, true))
        .execute("demo-server"));
    Thread thread = new Thread(serving);
    thread.start();
    try {
      String url = new BufferedReader(printed).readLine();

      String[] unwaive = {
        "unwaive", "--url", url, "--token", "any", "--policy", "11", "--waiver", "1"
      };
      assertThat(run(unwaive)).isZero();
      assertThat(run(unwaive)).isZero();
      assertThat(err.toString()).contains("has no package waiver 1");
    } finally {
      thread.interrupt();
      serving.get();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explain",
        "policies",
        "curation-policies",
        "waive",
        "unwaive",
        "export",
        "plan",
        "apply",
        "rollback",
        "drift"
      })
  void describesEachCommand(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).contains("Usage: xray-examples " + command, "--token-file");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void takesTheTokenFromAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("token");
    Files.writeString(file, TOKEN + "\n");

    assertThat(run("policies", "--url", fake.url(), "--token-file", file.toString()))
        .isZero();
  }
}
