package io.github.xrayclient.diagnostics.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.diagnostics.block.Platform;
import io.github.xrayclient.diagnostics.block.PlatformFixture;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class OriginInReportsTest extends PlatformFixture {
  private static final String VERSION = "/xray/api/v1/system/version";

  private List<BlockExplanation> explanations(boolean withVersion) {
    platform.local("libs", "");
    try (XrayClient xray = XrayClient.builder()
        .baseUrl(platform.server.url())
        .credentials(Credentials.basic("alice", "password"))
        .build()) {
      BlockedDownloads downloads = BlockedDownloads.of(xray);
      RequestedArtifact artifact =
          RequestedArtifact.builder().repository("libs").build();
      return List.of((withVersion ? downloads.withServerVersion() : downloads).explain(artifact));
    }
  }

  @Test
  void standsOnEachReport() {
    List<BlockExplanation> explanations = explanations(true);
    BlockExplanation explanation = explanations.get(0);
    String version = explanation.xrayVersion().orElseThrow().wire();
    String origin = "Server: " + platform.server.url() + ". Version of Xray: " + version
        + ". User: alice. Time: 20";

    assertThat(TextReport.of(explanations).replaceAll("\\s+", " ")).contains(origin);
    assertThat(MarkdownReport.of(explanations)).contains("Version of Xray", "User: alice");
    assertThat(Jsoup.parse(HtmlReport.of(explanations)).select("header .origin").text())
        .startsWith(origin);
    assertThat(JsonReport.tree(explanation).get("user").asText()).isEqualTo("alice");
    assertThat(JsonReport.tree(explanation).get("xrayVersion").asText()).isEqualTo(version);
    assertThat(RequestReport.of(explanations))
        .contains("Version of Xray: " + version, "Checked by: alice");
    assertThat(platform.requests(VERSION)).hasSize(1);
  }

  @Test
  void saysWhatIsNotKnown() {
    platform.server.forbid(VERSION);

    BlockExplanation explanation = explanations(true).get(0);

    assertThat(explanation.xrayVersion()).isEmpty();
    assertThat(TextReport.of(List.of(explanation)).replaceAll("\\s+", " "))
        .contains("Version of Xray: not known. User: alice.");
  }

  @Test
  void needsNoRequestForTheVersionUnlessItIsAskedFor() {
    assertThat(explanations(false).get(0).xrayVersion()).isEmpty();
    assertThat(platform.requests(VERSION)).isEmpty();
  }

  @Test
  void isReadOnceForManyRefusals() {
    platform.local("libs", "").policy("p", Platform.BLOCK);

    platform
        .downloads()
        .withServerVersion()
        .explain(Platform.refusal("libs", "a.jar") + "\n" + Platform.refusal("libs", "b.jar"));

    assertThat(platform.requests(VERSION)).hasSize(1);
  }
}
