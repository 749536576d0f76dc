package io.github.xrayclient.diagnostics.block;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.diagnostics.explanation.AskedAgain;
import io.github.xrayclient.diagnostics.explanation.AskedAgain.Outcome;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import io.github.xrayclient.diagnostics.report.JsonReport;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact requests with which the server is asked for refused downloads again. */
@Timeout(60)
class AskAgainTest {
  private static final String TOKEN = "t0ken-of-the-test";
  private static final String PATH = "/artifactory/api/npm/npm-remote/@acme%2fcore/-/core-1.0.tgz";

  private final WireMockServer server = start();
  private final WireMockServer other = start();
  private final XrayClient xray = XrayClient.builder()
      .baseUrl(server.baseUrl())
      .credentials(Credentials.bearer(TOKEN))
      .timeout(Duration.ofSeconds(5))
      .retryPolicy(RetryPolicy.defaults().retries(3).waits(Duration.ZERO, Duration.ZERO))
      .build();

  private static WireMockServer start() {
    WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    server.start();
    return server;
  }

  @BeforeEach
  void stub() {
    server.stubFor(get(urlEqualTo("/xray/api/v2/policies")).willReturn(json(200, "[]")));
    server.stubFor(get(urlEqualTo("/xray/api/v2/watches")).willReturn(json(200, "[]")));
  }

  @AfterEach
  void stop() {
    xray.close();
    server.stop();
    other.stop();
  }

  private static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(body);
  }

  private static String errors(int status, String message) {
    return "{\"errors\":[{\"status\":" + status + ",\"message\":\"" + message + "\"}]}";
  }

  private void answer(ResponseDefinitionBuilder answer) {
    server.stubFor(get(urlEqualTo(PATH)).willReturn(answer));
  }

  private List<BlockExplanation> explain(String log) {
    return BlockedDownloads.of(xray)
        .clock(Clock.fixed(Instant.parse(Platform.NOW), ZoneOffset.UTC))
        .askAgain()
        .explain(log);
  }

  private BlockExplanation explainOne() {
    List<BlockExplanation> found =
        explain("first\nnpm error 403 403 Forbidden - GET " + server.baseUrl() + PATH);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static Optional<String> problem(BlockExplanation found) {
    return found.notChecked().stream()
        .filter(entry -> entry.what() == NotChecked.Subject.SERVER_ANSWER)
        .map(NotChecked::because)
        .findFirst();
  }

  private static Kind kind(BlockExplanation found) {
    return found.refusal().orElseThrow().kind();
  }

  private void askedTimes(int times) {
    server.verify(times, getRequestedFor(urlEqualTo(PATH)));
  }

  @Nested
  class Request {
    @Test
    void isSentOnceAsTheLogHasTheAddress() {
      answer(json(403, errors(403, "no reason")));
      String line = "npm error 403 403 Forbidden - GET " + server.baseUrl() + PATH;

      explain(line + "\nother words\n" + line);

      server.verify(
          1,
          getRequestedFor(urlEqualTo(PATH))
              .withHeader("Authorization", equalTo("Bearer " + TOKEN))
              .withHeader("X-Artifactory-Curation-Request-Waiver", equalTo("syn")));
    }

    @Test
    void isSentOnceForSeveralRefusalsOfOneAddress() {
      answer(json(403, errors(403, "no reason")));
      BlockedDownload refusal = RefusalLog.parse(
              "npm error 403 403 Forbidden - GET " + server.baseUrl() + PATH)
          .refusals()
          .get(0);

      List<BlockExplanation> found = BlockedDownloads.of(xray)
          .askAgain()
          .explain(List.of(refusal, refusal.toBuilder().text("another").build()));

      assertThat(found).hasSize(2).allMatch(each -> each.askedAgain().isPresent());
      askedTimes(1);
    }

    @Test
    void isNotSentByDefault() {
      BlockedDownloads.of(xray)
          .explain("npm error 403 403 Forbidden - GET " + server.baseUrl() + PATH);

      askedTimes(0);
    }

    @Test
    void isNotSentToAnotherOrigin() {
      other.stubFor(get(anyUrl()).willReturn(json(403, "{}")));

      BlockExplanation found =
          explain("npm error 403 403 Forbidden - GET " + other.baseUrl() + PATH).get(0);

      other.verify(0, getRequestedFor(anyUrl()));
      assertThat(problem(found))
          .contains("its address does not belong to " + server.baseUrl()
              + ", the only server to which the credentials are sent");
      assertThat(kind(found)).isEqualTo(Kind.REFUSED_WITHOUT_REASON);
      assertThat(found.askedAgain()).isEmpty();
    }

    @Test
    void doesNotFollowARedirectToAnotherOrigin() {
      other.stubFor(get(anyUrl()).willReturn(json(200, "{}")));
      answer(aResponse().withStatus(302).withHeader("Location", other.baseUrl() + "/storage"));

      BlockExplanation found = explainOne();

      other.verify(0, getRequestedFor(anyUrl()));
      assertThat(problem(found).orElseThrow()).contains("redirects to", "which is not followed");
    }

    @Test
    void isNotSentWithoutARepository() {
      BlockedDownload refusal = BlockedDownload.builder()
          .kind(Kind.REFUSED_WITHOUT_REASON)
          .address(server.baseUrl() + "/somewhere")
          .status(403)
          .text("403")
          .build();

      BlockExplanation found = BlockedDownloads.of(xray).askAgain().explain(refusal);

      assertThat(problem(found)).contains("the refusal does not name an address with a repository");
      server.verify(0, getRequestedFor(urlEqualTo("/somewhere")));
    }

    @Test
    void hasTheAddressOfTheFileIfTheRefusalHasNone() {
      server.stubFor(get(urlEqualTo("/artifactory/libs/a%20b/c.jar")).willReturn(json(403, "{}")));
      BlockedDownload refusal = BlockedDownload.builder()
          .kind(Kind.REFUSED_WITHOUT_REASON)
          .repository("libs")
          .path("a b/c.jar")
          .text("403")
          .build();

      BlockExplanation found = BlockedDownloads.of(xray).askAgain().explain(refusal);

      assertThat(found.askedAgain().map(AskedAgain::address))
          .contains(server.baseUrl() + "/artifactory/libs/a%20b/c.jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../access/api/v1/users", "a\nb"})
    void isNotSentForAPathThatLeadsElsewhere(String path) {
      BlockedDownload refusal = BlockedDownload.builder()
          .kind(Kind.REFUSED_WITHOUT_REASON)
          .repository("libs")
          .path(path)
          .text("403")
          .build();

      BlockExplanation found = BlockedDownloads.of(xray).askAgain().explain(refusal);

      assertThat(problem(found)).contains("its address is not a valid URL");
      assertThat(server.getAllServeEvents())
          .noneMatch(event -> event.getRequest().getUrl().contains("users"));
    }

    @Test
    void acceptsManifestsOfImages() {
      String manifest = "/artifactory/api/docker/images/v2/app/manifests/1.0";
      server.stubFor(get(urlEqualTo(manifest)).willReturn(json(403, "{}")));
      BlockedDownload refusal = BlockedDownload.builder()
          .kind(Kind.REFUSED_WITHOUT_REASON)
          .address(server.baseUrl() + manifest)
          .repository("images")
          .text("403")
          .build();

      BlockExplanation found = BlockedDownloads.of(xray).askAgain().explain(refusal);

      assertThat(found.askedAgain()).isPresent();
      assertThat(server.findAll(getRequestedFor(urlEqualTo(manifest))))
          .singleElement()
          .satisfies(request ->
              assertThat(request.getHeader("Accept")).contains("oci.image.manifest", "*/*"));
    }
  }

  @Nested
  class Answer {
    @Test
    void ofXrayReplacesTheGuess() {
      answer(json(
          403,
          errors(
              403,
              "Artifact download request rejected: @acme/core/-/core-1.0.tgz was not downloaded due"
                  + " to the download blocking policy configured in Xray for npm-remote-cache.")));

      BlockExplanation found = explainOne();

      BlockedDownload refusal = found.refusal().orElseThrow();
      assertThat(refusal.kind()).isEqualTo(Kind.XRAY_BLOCK);
      assertThat(refusal.repository()).contains("npm-remote-cache");
      assertThat(refusal.address()).contains(server.baseUrl() + PATH);
      assertThat(refusal.status()).contains(403);
      assertThat(refusal.line()).contains(2L);
      assertThat(refusal.count()).contains(1L);
      assertThat(found.askedAgain())
          .contains(AskedAgain.builder()
              .address(server.baseUrl() + PATH)
              .status(403)
              .outcome(Outcome.REFUSED_WITH_REASON)
              .at(Instant.parse(Platform.NOW))
              .build());
      assertThat(problem(found)).isEmpty();
    }

    @Test
    void ofCurationNamesThePolicies() {
      answer(json(
          403,
          errors(
              403,
              "Package @acme/core:1.0 download was blocked by JFrog Packages Curation service due to"
                  + " the following policies violated {strict, Malicious, known, Use 2}.")));

      BlockExplanation found = explainOne();

      assertThat(kind(found)).isEqualTo(Kind.CURATION_BLOCK);
      assertThat(found.repository()).contains("npm-remote");
      assertThat(found.refusal().orElseThrow().curation().orElseThrow().policies())
          .extracting(ViolatedPolicy::policy)
          .containsExactly("strict");
    }

    @Test
    void ofCurationIsReadFromTheNoticeOfNpm() {
      answer(aResponse()
          .withStatus(403)
          .withHeader(
              "npm-notice",
              "package @acme/core:1.0 download was blocked by jfrog packages curation service due to"
                  + " the following policies violated {strict,malicious,known,use 2}."));

      BlockExplanation found = explainOne();

      assertThat(kind(found)).isEqualTo(Kind.CURATION_BLOCK);
      assertThat(found.refusal().orElseThrow().curation().orElseThrow().policies())
          .extracting(ViolatedPolicy::policy)
          .containsExactly("strict");
    }

    @Test
    void mayBeAMissingPermission() {
      answer(json(
          403,
          errors(
              403,
              "Download request for repo:path 'npm-remote:@acme/core/-/core-1.0.tgz' is forbidden"
                  + " for user: 'ci'.")));

      BlockExplanation found = explainOne();

      assertThat(kind(found)).isEqualTo(Kind.PERMISSION);
      assertThat(found.askedAgain().orElseThrow().outcome()).isEqualTo(Outcome.REFUSED_WITH_REASON);
      assertThat(found.repository()).contains("npm-remote");
    }

    @Test
    void withoutAReasonKeepsWhatWouldBlock() {
      answer(json(403, errors(403, "something else")));

      BlockExplanation found = explainOne();

      assertThat(kind(found)).isEqualTo(Kind.REFUSED_WITHOUT_REASON);
      assertThat(found.askedAgain().orElseThrow().outcome())
          .isEqualTo(Outcome.REFUSED_WITHOUT_REASON);
      server.verify(1, getRequestedFor(urlEqualTo("/xray/api/v2/policies")));
      assertThat(found.nextSteps())
          .extracting(NextStep::kind)
          .contains(NextStep.Kind.FIND_SERVER_ANSWER)
          .doesNotContain(NextStep.Kind.ASK_AGAIN);
    }

    @Test
    void mayAllowTheDownload() {
      answer(aResponse().withStatus(200).withBody("the file"));

      BlockExplanation found = explainOne();

      assertThat(found.askedAgain().orElseThrow().outcome()).isEqualTo(Outcome.ALLOWED);
      assertThat(kind(found)).isEqualTo(Kind.REFUSED_WITHOUT_REASON);
      assertThat(found.causes()).isEmpty();
      assertThat(found.nextSteps())
          .extracting(NextStep::kind)
          .containsExactly(NextStep.Kind.RETRY, NextStep.Kind.CHECK_PERMISSIONS);
      assertThat(found.server()).contains(server.baseUrl());
      askedTimes(1);
    }

    @Test
    void isNotReadIfItIsTheFile() {
      try (EndlessDownload endless = new EndlessDownload();
          XrayClient client = XrayClient.builder()
              .baseUrl(endless.url())
              .credentials(Credentials.anonymous())
              .timeout(Duration.ofSeconds(20))
              .build()) {
        BlockExplanation found = BlockedDownloads.of(client)
            .askAgain()
            .explain("npm error 403 403 Forbidden - GET " + endless.url() + PATH)
            .get(0);

        assertThat(found.askedAgain().orElseThrow().outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(endless.isCancelled()).isTrue();
        assertThat(endless.requests()).isEqualTo(1);
      }
    }

    @Test
    void ofATransportThatReadsTheFileIsTheSame() {
      List<ApiRequest> sent = new ArrayList<>();
      try (XrayClient client = XrayClient.builder()
          .baseUrl("https://acme.example")
          .credentials(Credentials.anonymous())
          .transport(request -> {
            sent.add(request);
            return new ApiResponse(200, Map.of(), "the file".getBytes(StandardCharsets.UTF_8));
          })
          .build()) {
        BlockExplanation found = BlockedDownloads.of(client)
            .askAgain()
            .explain("npm error 403 403 Forbidden - GET https://acme.example" + PATH)
            .get(0);

        assertThat(found.askedAgain().orElseThrow().outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(sent).singleElement().matches(ApiRequest::isBodyIgnored);
      }
    }

    @ParameterizedTest
    @CsvSource({
      "401, answered 401",
      "404, answered 404",
      "429, answered 429",
      "500, answered 500",
      "503, answered 503"
    })
    void ofAnotherStatusIsNotChecked(int status, String because) {
      answer(json(status, errors(status, "no")));

      BlockExplanation found = explainOne();

      assertThat(problem(found).orElseThrow()).contains(because);
      assertThat(kind(found)).isEqualTo(Kind.REFUSED_WITHOUT_REASON);
      askedTimes(1);
    }

    @Test
    void asAPageOfALoginIsNotChecked() {
      answer(aResponse().withStatus(200).withHeader("Content-Type", "text/html;charset=utf-8"));

      assertThat(problem(explainOne()).orElseThrow()).contains("the answer is a web page");
    }

    @Test
    void mayBeAPageIfTheAddressNamesOne() {
      String simple = "/artifactory/api/pypi/pypi-remote/simple/requests/";
      server.stubFor(get(urlEqualTo(simple))
          .willReturn(aResponse().withStatus(200).withHeader("Content-Type", "text/html")));
      BlockedDownload refusal = BlockedDownload.builder()
          .kind(Kind.REFUSED_WITHOUT_REASON)
          .address(server.baseUrl() + simple)
          .repository("pypi-remote")
          .text("403")
          .build();

      BlockExplanation found = BlockedDownloads.of(xray).askAgain().explain(refusal);

      assertThat(found.askedAgain().orElseThrow().outcome()).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void thatIsLostIsNotChecked() {
      answer(aResponse().withFault(Fault.EMPTY_RESPONSE));

      assertThat(problem(explainOne())).isPresent();
    }

    @Test
    void thatIsTooLateIsNotChecked() {
      answer(json(403, "{}").withFixedDelay(10_000));

      assertThat(problem(explainOne()).orElseThrow()).contains("5000 ms");
      askedTimes(1);
    }

    @Test
    void isReadOnlyUpToALimit() {
      answer(json(403, errors(403, "x".repeat(3_000_000))));

      assertThat(explainOne().askedAgain().orElseThrow().outcome())
          .isEqualTo(Outcome.REFUSED_WITHOUT_REASON);
    }

    @Test
    void showsNoCredentials() {
      answer(
          json(
              403,
              errors(
                  403,
                  "Artifact download request rejected: " + TOKEN
                      + " was not downloaded due to the download blocking policy configured in Xray for npm.")));

      BlockExplanation found = explainOne();

      assertThat(JsonReport.tree(found).toString()).doesNotContain(TOKEN);
      assertThat(found.toString()).doesNotContain(TOKEN);
    }
  }
}
