package io.github.xrayclient.diagnostics.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import io.github.xrayclient.diagnostics.report.JsonReport;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.RecordedRequest;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockedDownloadsTest {
  private static final String REFUSAL =
      "HTTP Error Code 403: Artifact download request rejected: org/acme/app-1.0.jar was not"
          + " downloaded due to the download blocking policy configured in Xray for"
          + " example-repo-local.";

  private FakeXray fake;
  private XrayClient xray;

  @BeforeEach
  void start() {
    fake = FakeXray.start().seed(FakeXray.Kind.POLICIES, Samples.text(Samples.POLICIES));
    xray = XrayClient.builder()
        .baseUrl(fake.url())
        .credentials(Credentials.anonymous())
        .build();
  }

  @AfterEach
  void stop() {
    xray.close();
    fake.close();
  }

  @Test
  void explainEveryRefusalOfALogByOneReadOfPoliciesAndWatches() throws IOException {
    fake.seed(FakeXray.Kind.WATCHES, Samples.text(Samples.REPOSITORY_WATCH));
    String log = REFUSAL + "\n" + REFUSAL + "\n" + REFUSAL.replace("app-1.0", "app-2.0");

    List<BlockExplanation> explained =
        BlockedDownloads.of(xray).explain(RefusalLog.read(new StringReader(log)));

    assertThat(explained)
        .extracting(explanation -> explanation.refusal().orElseThrow().count().orElseThrow())
        .containsExactly(2L, 1L);
    assertThat(explained)
        .extracting(explanation -> explanation.causes().size())
        .containsExactly(2, 2);
    assertThat(fake.requests())
        .filteredOn(request -> request.path().matches("/xray/api/v2/(policies|watches)"))
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Bad credentials", "curl: (22) The requested URL returned error: 500"})
  void explainTheGuessOfALogWithoutRefusals(String text) {
    RefusalLog log = RefusalLog.parse(text);

    List<BlockExplanation> explained = BlockedDownloads.of(xray).explain(log);

    assertThat(explained).singleElement().satisfies(explanation -> {
      assertThat(explanation.refusal()).isEqualTo(log.guess());
      assertThat(explanation.nextSteps()).isNotEmpty();
    });
    assertThat(BlockedDownloads.of(xray).explain(text)).isEqualTo(explained);
    assertThat(fake.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {Samples.REPOSITORY_WATCH, Samples.ALL_REPOSITORIES_WATCH})
  void explainTheDocumentedRefusal(String watches) {
    fake.seed(FakeXray.Kind.WATCHES, Samples.text(watches));

    List<BlockExplanation> explained = BlockedDownloads.of(xray).explain(REFUSAL);

    assertThat(explained).singleElement().satisfies(explanation -> {
      assertThat(explanation.refusal().orElseThrow().kind())
          .isEqualTo(BlockedDownload.Kind.XRAY_BLOCK);
      assertThat(explanation.repository()).contains("example-repo-local");
      assertThat(explanation.path()).contains("org/acme/app-1.0.jar");
      assertThat(explanation.causes())
          .extracting(BlockCause::verdict)
          .containsExactly(BlockCause.Verdict.LIKELY, BlockCause.Verdict.LIKELY);
      assertThat(explanation.notChecked()).isNotEmpty();
      assertThat(explanation.nextSteps()).isNotEmpty();
    });
    assertThat(fake.requests())
        .extracting(RecordedRequest::path)
        .startsWith("/xray/api/v2/policies", "/xray/api/v2/watches");
    assertThat(fake.requests())
        .extracting(request -> request + " " + request.body())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "/", "// /"})
  void refuseAPathThatNamesNothingUnlessItStandsInARefusal(String path) {
    RequestedArtifact.Builder asked =
        RequestedArtifact.builder().repository("libs").path(path);
    BlockedDownload refusal = BlockedDownload.builder()
        .kind(BlockedDownload.Kind.XRAY_BLOCK)
        .repository("libs")
        .path(path)
        .text("")
        .build();

    assertThatThrownBy(asked::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("path must name a file or a folder, but was \"" + path
            + "\"; leave it out if it is not known");
    assertThat(BlockedDownloads.of(xray).explain(refusal).path()).isEmpty();
  }

  @Test
  void refuseAProjectThatIsBlankOrOfARepositoryOutsideProjects() {
    RequestedArtifact.Builder blank =
        RequestedArtifact.builder().repository("libs").projectKey("");
    RequestedArtifact.Builder both =
        RequestedArtifact.builder().repository("libs").projectKey("dev").outsideProjects(true);

    assertThatThrownBy(blank::build).hasMessage("projectKey must not be blank, but was ''");
    assertThatThrownBy(both::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("projectKey must be absent if outsideProjects is true, but was \"dev\"");
  }

  @Test
  void readNoWatchesForARefusalBehindWhichNoWatchStands() {
    List<BlockExplanation> explained =
        BlockedDownloads.of(xray).explain(REFUSAL + " Xray is unavailable.");

    assertThat(explained)
        .extracting(explanation -> explanation.refusal().orElseThrow().kind())
        .containsExactly(BlockedDownload.Kind.XRAY_UNAVAILABLE);
    assertThat(fake.requests())
        .extracting(RecordedRequest::path)
        .containsExactly(
            "/xray/api/v1/system/ping", "/artifactory/api/xrayRepo/getIntegrationConfig");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AUTH | 401 Unauthorized",
        "PROXY | <html><head><title>403 Forbidden</title></head></html>",
        "PERMISSION | user is not permitted to read",
        "CURATION_BLOCK | Package acme:1.0 download was blocked by JFrog Packages Curation service due"
            + " to the package not existing in the catalog yet."
      })
  void nameNoServerIfNoneWasAsked(BlockedDownload.Kind kind, String text) {
    List<BlockExplanation> explained = BlockedDownloads.of(xray).explain(text);

    assertThat(explained).singleElement().satisfies(explanation -> {
      assertThat(explanation.refusal().map(BlockedDownload::kind)).contains(kind);
      assertThat(explanation.server()).isEmpty();
      assertThat(explanation.askedAt()).isEmpty();
      assertThat(JsonReport.tree(explanation).get("server").isNull()).isTrue();
      assertThat(JsonReport.tree(explanation).get("askedAt").isNull()).isTrue();
    });
    assertThat(fake.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        REFUSAL,
        "Package acme:1.0 download was blocked by JFrog Packages Curation service due to the following"
            + " policies violated {p, c, Too young, Wait}."
      })
  void nameTheServerThatWasAsked(String text) {
    List<BlockExplanation> explained = BlockedDownloads.of(xray).explain(text);

    assertThat(fake.requests()).isNotEmpty();
    assertThat(explained).singleElement().satisfies(explanation -> {
      assertThat(explanation.server()).contains(xray.baseUrl().toString());
      assertThat(explanation.askedAt()).isPresent();
    });
  }

  @Test
  void sayWhatToDoIfNothingBlocks() {
    BlockExplanation explained = BlockedDownloads.of(xray)
        .explain(RequestedArtifact.builder().repository("example-repo-local").build());

    assertThat(explained.causes()).isEmpty();
    assertThat(explained.refusal().map(BlockedDownload::kind)).isEmpty();
    assertThat(explained.nextSteps()).isNotEmpty();
    assertThat(explained.notChecked())
        .extracting(NotChecked::sentence)
        .anyMatch(sentence -> sentence.contains("path"));
  }

  @Test
  void readGlobalWatchesBesideThoseOfAProject() {
    fake.seed(FakeXray.Kind.WATCHES, Samples.text(Samples.REPOSITORY_WATCH));

    List<BlockExplanation> explained =
        BlockedDownloads.of(xray).inProject("alpha").explain(REFUSAL);

    assertThat(explained.get(0).causes()).hasSize(2);
    assertThat(fake.requests())
        .extracting(request -> request.path() + "?" + request.query())
        .startsWith(
            "/xray/api/v2/policies?projectKey=alpha",
            "/xray/api/v2/watches?projectKey=alpha",
            "/xray/api/v2/watches?");
  }

  @Test
  void failWithTheNamesOfBlockingPoliciesIfWatchesCannotBeRead() {
    fake.forbid("/xray/api/v2/watches");
    BlockedDownloads downloads = BlockedDownloads.of(xray);

    assertThatThrownBy(() -> downloads.explain(REFUSAL))
        .isInstanceOf(XrayForbiddenException.class)
        .hasMessageContaining("Permission denied")
        .hasMessageContaining("policies that block downloads: \"Test_policy\"")
        .hasMessageContaining("Manage Watches");
    assertThat(fake.requests())
        .filteredOn(request -> !request.path().startsWith("/artifactory/api/repositories"))
        .filteredOn(request -> !request.path().startsWith("/xray/api/v1/binMgr"))
        .hasSize(2);
  }

  @Test
  void failIfPoliciesCannotBeRead() {
    fake.failNext(403, 1);
    BlockedDownloads downloads = BlockedDownloads.of(xray);

    assertThatThrownBy(() -> downloads.explain(REFUSAL)).isInstanceOf(XrayForbiddenException.class);
  }

  @Test
  void neverTakeAnEmptyBodyForAServerWithoutPoliciesOrWatches() {
    BlockedDownloads downloads = BlockedDownloads.of(xray);
    BlockingSetup setup = BlockingSetup.of(xray);
    fake.failNext(FakeXray.Fault.EMPTY_BODY, 2);

    assertThatThrownBy(() -> downloads.explain(REFUSAL)).isInstanceOf(XrayDecodeException.class);
    assertThatThrownBy(setup::audit).isInstanceOf(XrayDecodeException.class);
  }
}
