package io.github.xrayclient.policy;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.requestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.http.RetryPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deleting a policy with its assignments takes many requests, and each of them may fail. */
@WireMockTest
class DeleteAndUnassignFaultTest {
  private static final String POLICY = "/xray/api/v2/policies/p";
  private static final String POLICIES = "/xray/api/v2/policies";
  private static final String WATCHES = "/xray/api/v2/watches";
  private static final String W1 = WATCHES + "/w1";
  private static final String W2 = WATCHES + "/w2";

  private XrayClient xray;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO))
        .build();
    String policy = "{\"name\":\"p\",\"type\":\"security\",\"rules\":[]}";
    answer("GET", POLICY, okJson(policy));
    answer("GET", POLICIES, okJson("[" + policy + "]"));
    answer("GET", WATCHES, okJson("[" + watch("w1", "old") + "," + watch("w2", "old") + "]"));
    answer("GET", W1, okJson(watch("w1", "old")));
    answer("GET", W2, okJson(watch("w2", "old")));
    answer("PUT", W1, okJson("{}"));
    answer("PUT", W2, okJson("{}"));
    answer("DELETE", POLICY, okJson("{}"));
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static String watch(String name, String description) {
    return ("{'general_data':{'name':'" + name + "','description':'" + description + "'},"
            + "'project_resources':{'resources':[{'type':'all-repos'}]},"
            + "'assigned_policies':[{'name':'p','type':'security'},{'name':'q','type':'license'}]}")
        .replace('\'', '"');
  }

  private static void answer(String method, String url, ResponseDefinitionBuilder answer) {
    stubFor(WireMock.request(method, urlEqualTo(url)).willReturn(answer));
  }

  /** These answers one after the other, the last one for good. */
  private static void answers(String method, String url, ResponseDefinitionBuilder... answers) {
    for (int i = 0; i < answers.length; i++) {
      stubFor(WireMock.request(method, urlEqualTo(url))
          .inScenario(method + url)
          .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "answer " + i)
          .willReturn(answers[i])
          .willSetStateTo("answer " + Math.min(i + 1, answers.length - 1)));
    }
  }

  private static void sent(int times, String method, String url) {
    verify(times, requestedFor(method, urlEqualTo(url)));
  }

  @Test
  void readsEachWatchTwiceBeforeItIsWrittenAndOnceAfter() {
    assertThat(xray.policies().deleteAndUnassign("p")).containsExactly("w1", "w2");

    for (String one : List.of(W1, W2)) {
      sent(3, "GET", one);
      sent(1, "PUT", one);
    }
    for (String one : List.of(POLICY, POLICIES, WATCHES)) {
      sent(1, "GET", one);
    }
    sent(1, "DELETE", POLICY);
    verify(12, anyRequestedFor(anyUrl()));
  }

  @Test
  void beginsAgainOnAWatchThatMovesMeanwhile() {
    answers("GET", W1, okJson(watch("w1", "old")), okJson(watch("w1", "theirs")));

    assertThat(xray.policies().deleteAndUnassign("p")).containsExactly("w1", "w2");

    sent(4, "GET", W1);
    sent(1, "PUT", W1);
    verify(putRequestedFor(urlEqualTo(W1)).withRequestBody(containing("\"theirs\"")));
    sent(1, "DELETE", POLICY);
  }

  @Test
  void givesUpOnAWatchThatMovesEachTime() {
    answers(
        "GET",
        W1,
        okJson(watch("w1", "0")),
        okJson(watch("w1", "1")),
        okJson(watch("w1", "2")),
        okJson(watch("w1", "3")),
        okJson(watch("w1", "4")));

    assertThatExceptionOfType(XrayConcurrentChangeException.class)
        .isThrownBy(() -> xray.policies().deleteAndUnassign("p"))
        .withMessageContaining(W1);

    sent(5, "GET", W1);
    sent(0, "PUT", W1);
    sent(0, "GET", W2);
    sent(0, "DELETE", POLICY);
  }

  @Test
  void passesOverAWatchThatIsGone() {
    answer("GET", W1, jsonResponse("{\"error\":\"Watch w1 was not found\"}", 404));

    assertThat(xray.policies().deleteAndUnassign("p")).containsExactly("w2");

    sent(1, "GET", W1);
    sent(0, "PUT", W1);
    sent(1, "DELETE", POLICY);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/xray/api/v2/policies/p,2",
    "GET,/xray/api/v2/policies,2",
    "GET,/xray/api/v2/watches,2",
    "GET,/xray/api/v2/watches/w1,4",
    "GET,/xray/api/v2/watches/w2,4",
    "PUT,/xray/api/v2/watches/w1,2",
    "PUT,/xray/api/v2/watches/w2,2",
    "DELETE,/xray/api/v2/policies/p,2"
  })
  void repeatsAnyRequestThatIsLimitedInRate(String method, String url, int times) {
    answers(method, url, jsonResponse("{}", 429), ok(method, url));

    assertThat(xray.policies().deleteAndUnassign("p")).containsExactly("w1", "w2");

    sent(times, method, url);
    verify(13, anyRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @CsvSource({
    "/xray/api/v2/policies/p,503",
    "/xray/api/v2/policies,503",
    "/xray/api/v2/watches,503",
    "/xray/api/v2/watches/w2,503",
    "/xray/api/v2/policies/p,0",
    "/xray/api/v2/watches,0",
    "/xray/api/v2/watches/w2,0"
  })
  void repeatsAReadThatFails(String url, int status) {
    answers("GET", url, failure(status), ok("GET", url));

    assertThat(xray.policies().deleteAndUnassign("p")).containsExactly("w1", "w2");

    verify(13, anyRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,/xray/api/v2/watches/w1,/xray/api/v2/watches/w1,4",
    "PUT,/xray/api/v2/watches/w2,/xray/api/v2/watches/w2,4",
    "DELETE,/xray/api/v2/policies/p,/xray/api/v2/policies/p,2"
  })
  void looksBeforeItRepeatsAWriteWhoseAnswerIsLost(
      String method, String url, String look, int looks) {
    answers(method, url, failure(0), okJson("{}"));

    assertThat(xray.policies().deleteAndUnassign("p")).containsExactly("w1", "w2");

    sent(2, method, url);
    sent(looks, "GET", look);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,/xray/api/v2/watches/w1,0",
    "PUT,/xray/api/v2/watches/w2,1",
    "DELETE,/xray/api/v2/policies/p,2"
  })
  void endsAtAWriteThatIsRefused(String method, String url, int watchesDone) {
    answers(method, url, failure(503), okJson("{}"));

    assertThatExceptionOfType(XrayApiException.class)
        .isThrownBy(() -> xray.policies().deleteAndUnassign("p"))
        .satisfies(e -> assertThat(e.statusCode()).isEqualTo(503))
        .withMessageContaining(method + " http")
        .withMessageContaining(url);

    sent(1, method, url);
    verify(
        watchesDone + (method.equals("PUT") ? 1 : 0),
        putRequestedFor(WireMock.urlMatching(WATCHES + "/.*")));
    sent(method.equals("PUT") ? 0 : 1, "DELETE", POLICY);
  }

  @Test
  void goesOnWithTheOtherWatchesWhenItIsCalledAgain() {
    answers("PUT", W2, failure(503), okJson("{}"));
    assertThatExceptionOfType(XrayApiException.class)
        .isThrownBy(() -> xray.policies().deleteAndUnassign("p"));
    String unassigned = watch("w1", "old").replace("{\"name\":\"p\",\"type\":\"security\"},", "");
    answer("GET", WATCHES, okJson("[" + unassigned + "," + watch("w2", "old") + "]"));

    assertThat(xray.policies().deleteAndUnassign("p")).containsExactly("w2");

    sent(1, "PUT", W1);
    sent(2, "PUT", W2);
    sent(1, "DELETE", POLICY);
  }

  private static ResponseDefinitionBuilder failure(int status) {
    return status == 0
        ? aResponse().withFault(Fault.EMPTY_RESPONSE)
        : jsonResponse("{\"error\":\"busy\"}", status);
  }

  /** What this request is answered when nothing fails. */
  private static ResponseDefinitionBuilder ok(String method, String url) {
    return WireMock.listAllStubMappings().getMappings().stream()
        .filter(stub -> stub.getRequest().getMethod().getName().equals(method))
        .filter(stub -> stub.getRequest().getUrl().equals(url))
        .findFirst()
        .map(stub -> ResponseDefinitionBuilder.like(stub.getResponse()))
        .orElseThrow();
  }
}
