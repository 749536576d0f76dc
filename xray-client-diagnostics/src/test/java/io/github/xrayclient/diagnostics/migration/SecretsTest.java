package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.diagnostics.block.BlockingSetup;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.report.HtmlReport;
import io.github.xrayclient.diagnostics.report.JsonReport;
import io.github.xrayclient.diagnostics.report.MarkdownReport;
import io.github.xrayclient.diagnostics.report.TextReport;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots, plans, journals and reports hold no credential, even if the server sends it back. */
class SecretsTest {
  private static final String SECRET = "s3cr3tMarker4711";

  private final Server source = Server.filled(10);
  private final Server target = Server.withBuiltIn("77");

  @TempDir
  Path folder;

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private static XrayClient client(Server server, boolean basic, String refused) {
    return XrayClient.builder()
        .baseUrl(server.fake.url())
        .credentials(basic ? Credentials.basic("ann", SECRET) : Credentials.bearer(SECRET))
        .retryPolicy(RetryPolicy.none())
        .addInterceptor((request, next) -> answer(request, next, refused))
        .build();
  }

  /** A server that refuses some writes, and names the credential as it does so. */
  private static ApiResponse answer(ApiRequest request, Transport next, String refused) {
    ApiResponse answer = next.send(request);
    String words = "{\"error\":\"the token " + SECRET + " and " + base64() + " may not\"}";
    return !request.isReadOnly() && request.uri().getPath().contains(refused)
        ? new ApiResponse(403, answer.headers(), words.getBytes(StandardCharsets.UTF_8))
        : answer;
  }

  private static String base64() {
    return Base64.getEncoder().encodeToString(("ann:" + SECRET).getBytes(StandardCharsets.UTF_8));
  }

  private static void holdsNone(String text) {
    assertThat(text)
        .doesNotContain(SECRET)
        .doesNotContain(base64())
        .doesNotContain(
            Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void areInNothingThatAMigrationWrites(boolean basic) throws IOException {
    List<String> printed = new ArrayList<>();
    try (XrayClient from = client(source, basic, "nothing");
        XrayClient to = client(target, basic, "/watches")) {
      Snapshot snapshot = Migration.of(from).snapshot();
      snapshot.write(folder.resolve("export"));
      MigrationPlan plan = Migration.of(to).plan(snapshot);
      plan.write(folder.resolve("plan.json"));
      Journal journal = Journal.at(folder.resolve("journal"));
      MigrationReport report = Migration.of(to).continueOnFailure().apply(plan, journal);
      MigrationReport back = Migration.of(to).rollBack(journal);

      assertThat(report.isComplete()).isFalse();
      assertThat(report.toString()).contains("answered 403: the token *** and ", "*** may not");
      Stream.of(
              from,
              to,
              from.policies(),
              snapshot,
              plan,
              plan.toJson(),
              journal,
              report,
              report.toJson(),
              back,
              back.toJson())
          .forEach(value -> printed.add(value.toString()));
    }
    printed.forEach(SecretsTest::holdsNone);
    for (Path file : files()) {
      holdsNone(Files.readString(file));
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = all.filter(Files::isRegularFile).collect(Collectors.toList());
      assertThat(files).hasSizeGreaterThan(6);
      return files;
    }
  }

  /** The name of a watch is a value, which stays as it is; the sentences that quote it do not. */
  @Test
  void areInNoSentenceOfAnExplanation() {
    source.seed(
        Kind.WATCHES,
        "{'general_data':{'name':'" + SECRET + "','active':true},'project_resources':{'resources':"
            + "[{'type':'repository','name':'libs-local','bin_mgr_id':'default',"
            + "'repo_type':'local'}]},'assigned_policies':[{'name':'critical','type':'security'}]}");
    String refusal = "HTTP Error Code 403: Artifact download request rejected: a/b.jar was not"
        + " downloaded due to the download blocking policy configured in Xray for libs-local.";
    try (XrayClient xray = client(source, false, "nothing")) {
      List<BlockExplanation> explained = BlockedDownloads.of(xray).explain(refusal);

      assertThat(explained).singleElement().satisfies(explanation -> {
        assertThat(explanation.causes()).anySatisfy(cause -> {
          assertThat(cause.watch()).isEqualTo(SECRET);
          assertThat(cause.reason()).doesNotContain(SECRET);
        });
        explanation.causes().forEach(cause -> holdsNone(cause.reason()));
        explanation.ruledOut().forEach(fact -> holdsNone(fact.reason()));
        explanation.notChecked().forEach(entry -> holdsNone(entry.because()));
        explanation.nextSteps().forEach(step -> holdsNone(step.text()));
      });
      BlockingSetup setup = BlockingSetup.of(xray);
      assertThat(setup.whatCovers("libs-local").watches())
          .isNotEmpty()
          .allSatisfy(watch -> holdsNone(watch.text()));
      setup.audit().findings().forEach(finding -> holdsNone(finding.text()));
    }
  }

  @Test
  void areInNoReport() {
    String refusal = "HTTP Error Code 403: Artifact download request rejected: a/b.jar was not"
        + " downloaded due to the download blocking policy configured in Xray for libs-local.";
    try (XrayClient xray = client(source, true, "/violations")) {
      List<BlockExplanation> explained = BlockedDownloads.of(xray).explain(refusal);

      Stream.of(
              TextReport.of(explained),
              MarkdownReport.of(explained),
              HtmlReport.of(explained),
              JsonReport.lines(explained))
          .forEach(SecretsTest::holdsNone);
    }
  }
}
