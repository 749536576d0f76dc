package io.github.xrayclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyDraft;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.policy.PolicyUpdate;
import io.github.xrayclient.policy.Rule;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.UpdateResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What services say of values, addresses and names that hold the client's own token. */
@Timeout(30)
class SecretsInMessagesTest {
  private static final String SECRET = "s3cr3t<+>\"Marker\\4711";

  private final FakeXray fake = FakeXray.start();
  private final XrayClient other = client().credentials(Credentials.anonymous()).build();
  private final XrayClient xray = client().build();

  @BeforeEach
  void fill() {
    fake.seed(
        Kind.POLICIES,
        "{\"name\":\"a\",\"type\":\"security\",\"description\":\"before\",\"rules\":["
            + "{\"name\":\"r\",\"priority\":1,\"criteria\":{\"min_severity\":\"High\"},"
            + "\"actions\":{}}]}");
  }

  @AfterEach
  void stop() {
    xray.close();
    other.close();
    fake.close();
  }

  private XrayClientBuilder client() {
    return XrayClient.builder()
        .baseUrl(fake.url())
        .credentials(Credentials.bearer(SECRET))
        .retryPolicy(RetryPolicy.none());
  }

  private void changeByAnother(String description) {
    Policy now = other.policies().get("a");
    other.policies().update(PolicyUpdate.of(now).description(description).build());
  }

  private static String shown(Throwable thrown) {
    StringWriter all = new StringWriter();
    thrown.printStackTrace(new PrintWriter(all));
    if (thrown instanceof XrayException) {
      all.append(((XrayException) thrown).uri().toString());
    }
    return all.toString();
  }

  private static void isHidden(String text) {
    assertThat(text).contains("***").doesNotContain("s3cr3t").doesNotContain("4711");
  }

  @Test
  void aConflictHidesItInTheValues() {
    XrayConcurrentChangeException e = catchThrowableOfType(
        XrayConcurrentChangeException.class,
        () -> xray.policies().edit("a", update -> {
          changeByAnother("of " + SECRET);
          update.description("mine");
        }));

    isHidden(shown(e));
    assertThat(e.changes()).singleElement().satisfies(change -> {
      assertThat(change.field()).isEqualTo("description");
      assertThat(change.from()).map(JsonNode::asText).contains("before");
      assertThat(change.to()).map(JsonNode::asText).contains("of ***");
    });
  }

  @Test
  void aConflictAfterALostAnswerHidesItInTheValues() {
    Policy before = xray.policies().get("a");
    changeByAnother("of " + SECRET);
    fake.failNext(Fault.CONNECTION_RESET, 1);

    XrayConcurrentChangeException e = catchThrowableOfType(
        XrayConcurrentChangeException.class,
        () -> xray.policies().update(PolicyUpdate.of(before).description("mine").build()));

    isHidden(shown(e));
  }

  @Test
  void theResultOfAnUpdateHidesItButNotInTheValue() {
    try (XrayClient changed = client()
        .addInterceptor((request, next) -> {
          ApiResponse answer = next.send(request);
          String text = new String(answer.body(), UTF_8).replace("mine", "of " + json(SECRET));
          return new ApiResponse(answer.statusCode(), answer.headers(), text.getBytes(UTF_8));
        })
        .build()) {
      Policy before = changed.policies().get("a");

      UpdateResult<Policy> result =
          changed.policies().update(PolicyUpdate.of(before).description("mine").build());

      isHidden(result.toString());
      assertThat(result.value().description()).contains("of " + SECRET);
      assertThat(result.unexpectedChanges())
          .singleElement()
          .satisfies(change -> assertThat(change.to()).map(JsonNode::asText).contains("of ***"));
    }
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  @Test
  void aWriteThatCannotBeReadBackHidesItInTheName() {
    try (XrayClient named = client()
        .credentials(Credentials.bearer("s3cr3tMarker4711"))
        .addInterceptor((request, next) -> {
          ApiResponse answer = next.send(request);
          return request.method().equals("POST")
              ? new ApiResponse(200, answer.headers(), "{}".getBytes(UTF_8))
              : new ApiResponse(500, answer.headers(), "no".getBytes(UTF_8));
        })
        .build()) {
      PolicyDraft draft = PolicyDraft.named("s3cr3tMarker4711", PolicyType.SECURITY)
          .addRule(Rule.builder()
              .name("r")
              .criteria(Criteria.builder().minSeverity(Severity.LOW).build())
              .build())
          .build();

      XrayReadBackException e = catchThrowableOfType(
          XrayReadBackException.class, () -> named.policies().create(draft));

      isHidden(shown(e));
    }
  }

  /** 404, a broken answer, none at all, and a write that is refused here. */
  @ParameterizedTest
  @ValueSource(strings = {"404", "decoding", "no answer", "read-only"})
  void theAddressOfACallHidesIt(String failure) {
    try (XrayClient readOnly = client().readOnly().build()) {
      String method = failure.equals("read-only") ? "PUT" : "GET";
      String path = failure.equals("404") ? "/xray/api/v9/x" : "/xray/api/v2/policies";
      if (failure.equals("no answer")) {
        fake.failNext(Fault.CONNECTION_RESET, 5);
      }
      ApiCall<?> call = readOnly.call(method, path).query("token", SECRET).readAs(String.class);

      XrayException e = catchThrowableOfType(XrayException.class, call::send);

      isHidden(shown(e));
      isHidden(call.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 502 %s\r\nX: %s\r\n\r\n",
        "HTTP/1.1 407 %s\r\nProxy-Authenticate: %s\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 %s\r\n\r\n",
        "%s\r\n\r\n",
        "HTTP/1.1 502 No\r\nContent-Length: %s\r\n\r\n"
      })
  void theAnswerOfAProxyHidesIt(String answer) throws IOException {
    String token = "s3cr3tMarker4711";
    try (RawServer proxy = new RawServer()) {
      int port = URI.create(proxy.url()).getPort();
      proxy.answer(List.of(answer.replace("%s", token).getBytes(UTF_8)));
      try (XrayClient through = client()
          .baseUrl("https://a.example")
          .credentials(Credentials.bearer(token))
          .httpClient(builder -> builder.proxy(
              ProxySelector.of(InetSocketAddress.createUnresolved("127.0.0.1", port))))
          .build()) {
        XrayException e = catchThrowableOfType(
            XrayException.class, () -> through.call("GET", "/x").send());

        assertThat(shown(e)).doesNotContain("s3cr3t").doesNotContain("4711");
      }
    }
  }

  @Test
  void aLargeAnswerHidesItThoughItIsNotSearched() throws IOException {
    String token = "eyJhbGciOi.s3cr3tMarker4711.abcdefgh";
    try (RawServer raw = new RawServer()) {
      String body = " ".repeat(3 << 20) + "x." + token;
      raw.answer(List.of(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
          .getBytes(UTF_8)));
      try (XrayClient large =
          client().baseUrl(raw.url()).credentials(Credentials.bearer(token)).build()) {
        XrayException e = catchThrowableOfType(
            XrayException.class,
            () -> large.call("GET", "/x").readAs(JsonNode.class).send());

        assertThat(shown(e)).doesNotContain("eyJ").doesNotContain("s3cr3t").contains("not JSON");
      }
    }
  }
}
