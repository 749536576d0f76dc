package io.github.xrayclient.diagnostics.internal.evidence;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.XrayAvailability;
import io.github.xrayclient.diagnostics.report.HtmlReport;
import io.github.xrayclient.diagnostics.report.JsonReport;
import io.github.xrayclient.diagnostics.report.MarkdownReport;
import io.github.xrayclient.diagnostics.report.TextReport;
import io.github.xrayclient.http.ApiRequest;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found out about a download that was refused because Xray is unavailable. */
@WireMockTest
class XrayUnavailableTest {
  private static final String PING = "/xray/api/v1/system/ping";
  private static final String SETTINGS = "/artifactory/api/xrayRepo/getIntegrationConfig";
  private static final String REFUSAL =
      "Artifact download request rejected: a.jar was not downloaded"
          + " due to the download blocking policy configured in Xray for libs. Xray is unavailable.";

  private static BlockExplanation explain(WireMockRuntimeInfo server) {
    XrayClient xray = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.bearer("a-long-secret-token"))
        .build();
    return BlockedDownloads.of(xray).explain(REFUSAL).get(0);
  }

  private static XrayAvailability availability(BlockExplanation explanation) {
    return explanation.xrayAvailability().orElseThrow();
  }

  private static String step(NextStep.Kind kind, BlockExplanation explanation) {
    return explanation.nextSteps().stream()
        .filter(step -> step.kind() == kind)
        .map(NextStep::text)
        .findFirst()
        .orElse("");
  }

  private static void stub(String settings) {
    stubFor(get(urlPathEqualTo(PING)).willReturn(okJson("{\"status\":\"pong\"}")));
    stubFor(get(urlPathEqualTo(SETTINGS)).willReturn(okJson(settings.replace('\'', '"'))));
  }

  @Test
  void isThatXrayAnswersNowAndWhichSettingsDecide(WireMockRuntimeInfo server) {
    stub("{'xrayEnabled':true,'xrayAllowBlocked':false,'xrayAllowWhenUnavailable':false,"
        + "'blockUnscannedTimeoutSeconds':61,'blockUnfinishedScansTimeoutSeconds':1801}");

    BlockExplanation found = explain(server);

    XrayAvailability xray = availability(found);
    assertThat(xray.reachable()).contains(true);
    assertThat(xray.problem()).isEmpty();
    assertThat(xray.enabled()).contains(true);
    assertThat(xray.allowedWhenUnavailable()).contains(false);
    assertThat(xray.secondsForFirstScan()).contains(61);
    assertThat(xray.secondsForUnfinishedScan()).contains(1801);
    assertThat(found.notChecked()).isEmpty();
    assertThat(found.server()).isPresent();
    assertThat(found.nextSteps())
        .extracting(NextStep::kind)
        .containsExactly(
            NextStep.Kind.RETRY,
            NextStep.Kind.CHECK_XRAY,
            NextStep.Kind.CHECK_ARTIFACTORY_SETTINGS);
    assertThat(server.getWireMock().getServeEvents()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void isThatXrayDoesNotAnswerIfThePlatformSaysSo(int status, WireMockRuntimeInfo server) {
    stub("{'xrayAllowWhenUnavailable':true}");
    stubFor(get(urlPathEqualTo(PING)).willReturn(status(status)));

    BlockExplanation found = explain(server);

    assertThat(availability(found).reachable()).contains(false);
    assertThat(availability(found).problem().orElseThrow()).contains("answered " + status);
    assertThat(step(NextStep.Kind.CHECK_XRAY, found)).contains("does not answer now either");
    assertThat(step(NextStep.Kind.CHECK_ARTIFACTORY_SETTINGS, found))
        .contains("should not have been refused");
    verify(1, getRequestedFor(urlPathEqualTo(PING)));
  }

  @Test
  void isThatXrayDoesNotAnswerIfTheConnectionBreaks(WireMockRuntimeInfo server) {
    stub("{}");
    stubFor(get(urlPathEqualTo(PING))
        .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

    assertThat(availability(explain(server)).reachable()).contains(false);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503})
  void isThatThePlatformMayBeDownIfArtifactoryFailsToo(int status, WireMockRuntimeInfo server) {
    stubFor(get(urlPathEqualTo(PING)).willReturn(status(503)));
    stubFor(get(urlPathEqualTo(SETTINGS)).willReturn(status(status)));

    assertThat(step(NextStep.Kind.CHECK_XRAY, explain(server)))
        .contains("so the platform as a whole may be down");
  }

  @Test
  void isThatThePlatformMayBeDownIfBothConnectionsBreak(WireMockRuntimeInfo server) {
    for (String path : List.of(PING, SETTINGS)) {
      stubFor(get(urlPathEqualTo(path))
          .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    assertThat(availability(explain(server)).problem().orElseThrow())
        .contains("the platform as a whole may be down");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 403, 404})
  void isNotThatThePlatformMayBeDownIfArtifactoryAnswers(int status, WireMockRuntimeInfo server) {
    stubFor(get(urlPathEqualTo(PING)).willReturn(status(503)));
    stubFor(get(urlPathEqualTo(SETTINGS)).willReturn(okJson("{}").withStatus(status)));

    assertThat(availability(explain(server)).problem().orElseThrow()).doesNotContain("as a whole");
  }

  @Test
  void takesAtMostTwentySeconds(WireMockRuntimeInfo server) {
    stubFor(get(urlPathEqualTo(PING)).willReturn(status(503)));
    stubFor(get(urlPathEqualTo(SETTINGS)).willReturn(status(503)));
    List<ApiRequest> sent = new ArrayList<>();
    XrayClient xray = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.anonymous())
        .addInterceptor((request, next) -> {
          sent.add(request);
          return next.send(request);
        })
        .build();

    BlockedDownloads.of(xray).explain(REFUSAL);

    assertThat(sent)
        .hasSize(2)
        .allSatisfy(request -> assertThat(request.totalTimeout()).contains(Duration.ofSeconds(10)));
    assertThat(server.getWireMock().getServeEvents()).hasSize(2);
  }

  @Test
  void isNotKnownIfTheServerAnswersWithAWebPage(WireMockRuntimeInfo server) {
    String page = "<html><body>Please log in</body></html>";
    stubFor(get(urlPathEqualTo(PING)).willReturn(aResponse().withBody(page)));
    stubFor(get(urlPathEqualTo(SETTINGS)).willReturn(aResponse().withBody(page)));

    BlockExplanation found = explain(server);

    assertThat(availability(found).reachable()).isEmpty();
    assertThat(found.notChecked()).hasSize(2);
    assertThat(found.nextSteps()).extracting(NextStep::kind).doesNotContain(NextStep.Kind.RETRY);
  }

  @Test
  void isNotKnownIfThePlatformCannotBeReachedFromHere() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    BlockExplanation found = BlockedDownloads.of(XrayClient.builder()
            .baseUrl("http://127.0.0.1:" + port)
            .credentials(Credentials.anonymous())
            .build())
        .explain(REFUSAL)
        .get(0);

    assertThat(availability(found).reachable()).isEmpty();
    assertThat(found.notChecked())
        .extracting(NotChecked::what)
        .contains(NotChecked.Subject.XRAY_REACHABLE);
    assertThat(step(NextStep.Kind.CHECK_XRAY, found)).doesNotContain("does not answer now");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void isNotKnownIfAnythingElseAnswers(int status, WireMockRuntimeInfo server) {
    stubFor(get(urlPathEqualTo(PING)).willReturn(status(status)));
    stubFor(get(urlPathEqualTo(SETTINGS)).willReturn(status(403)));

    BlockExplanation found = explain(server);

    assertThat(availability(found)).isEqualTo(XrayAvailability.builder().build());
    assertThat(found.notChecked())
        .extracting(NotChecked::what)
        .containsExactly(
            NotChecked.Subject.XRAY_REACHABLE, NotChecked.Subject.SETTINGS_FOR_UNAVAILABLE_XRAY);
    assertThat(found.nextSteps())
        .extracting(NextStep::kind)
        .containsExactly(NextStep.Kind.CHECK_XRAY, NextStep.Kind.CHECK_ARTIFACTORY_SETTINGS);
  }

  @Test
  void isThatArtifactoryNoLongerUsesXray(WireMockRuntimeInfo server) {
    stub("{'xrayEnabled':false}");

    assertThat(step(NextStep.Kind.RETRY, explain(server))).contains("no longer uses Xray");
  }

  @Test
  void isInEveryReport(WireMockRuntimeInfo server) {
    stub("{'xrayAllowWhenUnavailable':false,'blockUnscannedTimeoutSeconds':61}");
    List<BlockExplanation> found = List.of(explain(server));

    assertThat(List.of(TextReport.of(found), MarkdownReport.of(found), HtmlReport.of(found)))
        .allSatisfy(report -> assertThat(report)
            .contains("Xray answered when it was asked now.", "refuses downloads", "61"));
    assertThat(JsonReport.tree(found.get(0)).get("xrayAvailability").toString())
        .isEqualTo("{\"reachable\":true,\"problem\":null,\"enabled\":null,"
            + "\"allowedWhenUnavailable\":false,\"secondsForFirstScan\":61,"
            + "\"secondsForUnfinishedScan\":null}");
  }
}
