package io.github.xrayclient.diagnostics.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.diagnostics.block.Platform;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.report.JsonReport;
import io.github.xrayclient.recording.Recorder;
import io.github.xrayclient.recording.Recording;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded diagnosis gives the same explanation without the server. */
class RecordedDiagnosisTest {
  private static final String PATH = "com/acme/falcon/1.0/falcon-1.0.jar";

  @TempDir
  Path temporary;

  private final Platform platform = new Platform();

  @BeforeEach
  void setUp() {
    platform
        .local("acme-libs", "")
        .policy("falcon-blocker", Platform.BLOCK)
        .watch("falcon-watch", "falcon-blocker", Platform.repository("acme-libs", "local"))
        .watch(
            "patterns",
            "falcon-blocker",
            Platform.allRepositories("{'type':'path-ant-patterns','value':"
                + "{'ExcludePatterns':[],'IncludePatterns':['com/acme/**']}}"))
        .watch(
            "jane-watch",
            "falcon-blocker",
            Platform.allRepositories("{'type':'regex','value':'apollo-.*'}"))
        .scan("acme-libs", PATH, "DONE")
        .put(
            Kind.VIOLATIONS,
            "{'violation_id':'1','issue_id':'XRAY-1','severity':'High','watch_name':'falcon-watch',"
                + "'created':'2026-03-30T05:45:52Z','impacted_artifacts':['default/acme-libs/"
                + PATH
                + "'],'matched_policies':[{'policy':'falcon-blocker','rule':'r','is_blocking':true}]}");
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  private XrayClientBuilder client() {
    return XrayClient.builder()
        .baseUrl(platform.server.url())
        .credentials(Credentials.bearer("5up3rs3cret-token"));
  }

  private static List<BlockExplanation> explained(XrayClient xray, String text) {
    return BlockedDownloads.of(xray).explain(text);
  }

  private List<BlockExplanation> recorded(Recorder recorder) {
    try (XrayClient xray = client().addInterceptor(recorder).build()) {
      return explained(xray, Platform.refusal("acme-libs", PATH));
    }
  }

  private List<BlockExplanation> replayed(String text) throws IOException {
    try (XrayClient xray =
        client().transport(Recording.read(directory()).transport()).build()) {
      return explained(xray, text);
    }
  }

  /** The explanations without the time at which the server was asked. */
  private static String report(List<BlockExplanation> explanations) {
    return JsonReport.lines(explanations).replaceAll(",\"askedAt\":\"[^\"]*\"", "");
  }

  private Path directory() {
    return temporary.resolve("recording");
  }

  @Test
  void isExplainedInTheSameWay() throws IOException {
    List<BlockExplanation> live = recorded(Recorder.to(directory()));
    platform.server.clear();

    List<BlockExplanation> replayed = replayed(Platform.refusal("acme-libs", PATH));

    assertThat(live).singleElement().satisfies(explanation -> {
      assertThat(explanation.causes()).hasSize(2);
      assertThat(explanation.ruledOut()).hasSize(1);
    });
    assertThat(report(replayed)).isEqualTo(report(live));
  }

  @Test
  void withoutNamesIsExplainedInTheSameWayWithOtherNames() throws IOException {
    Recorder recorder = Recorder.to(directory()).replacingNames();
    List<BlockExplanation> live = recorded(recorder);

    List<BlockExplanation> replayed = replayed(recorder.shown(Platform.refusal("acme-libs", PATH)));

    assertThat(report(replayed)).isEqualTo(recorder.shown(report(live)));
    assertThat(texts())
        .isNotEmpty()
        .allSatisfy(text -> assertThat(text.toLowerCase(Locale.ROOT))
            .doesNotContain("acme", "falcon", "apollo", "jane", "5up3rs3cret"));
  }

  private List<String> texts() throws IOException {
    try (Stream<Path> files = Files.list(directory())) {
      return files.map(RecordedDiagnosisTest::text).collect(Collectors.toList());
    }
  }

  private static String text(Path file) {
    try {
      return file.getFileName() + Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
