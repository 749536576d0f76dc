package io.github.xrayclient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.findAll;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.RetryPolicy;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that the library writes or throws holds a credential, a header value or a request body. */
@WireMockTest
@Timeout(30)
class SecretsTest {
  private static final String SECRET = "s3cr3t-Marker-4711";
  private static final List<String> FORMS = List.of(
      SECRET,
      Base64.getEncoder().encodeToString(("user:" + SECRET).getBytes(StandardCharsets.UTF_8)),
      Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8)));

  private final List<String> texts = Collections.synchronizedList(new ArrayList<>());
  private final Logger root = Logger.getLogger("");
  private final Level level = root.getLevel();
  private final Handler recorder = new Handler() {
    @Override
    public void publish(LogRecord record) {
      String logger = String.valueOf(record.getLoggerName());
      if (logger.startsWith("wiremock") || logger.startsWith("org.eclipse.jetty")) {
        return; // the server's, which is sent the secret
      }
      texts.add(logger + " " + record.getMessage());
      for (Object parameter :
          record.getParameters() == null ? new Object[0] : record.getParameters()) {
        texts.add(String.valueOf(parameter));
      }
      if (record.getThrown() != null) {
        collect(record.getThrown());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  };

  @BeforeEach
  void listen() {
    recorder.setLevel(Level.ALL);
    root.setLevel(Level.ALL);
    root.addHandler(recorder);
  }

  @AfterEach
  void stopListening() {
    root.removeHandler(recorder);
    root.setLevel(level);
  }

  static Stream<Credentials> credentials() {
    return Stream.of(
        Credentials.bearer(SECRET), Credentials.basic("user", SECRET), Credentials.apiKey(SECRET));
  }

  private void collect(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    texts.add(trace.toString());
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      texts.add(String.valueOf(e.getMessage()));
      texts.add(String.valueOf(e.getLocalizedMessage()));
      texts.add(e.toString());
      if (e instanceof XrayApiException) {
        texts.addAll(((XrayApiException) e).messages());
        texts.add(((XrayApiException) e).body());
      }
      if (e instanceof XrayDecodeException) {
        texts.add(((XrayDecodeException) e).body());
      }
      for (Throwable suppressed : e.getSuppressed()) {
        collect(suppressed);
      }
    }
  }

  private void mustFail(Callable<?> attempt) {
    Object result;
    try {
      result = attempt.call();
    } catch (Exception e) {
      collect(e);
      return;
    }
    throw new AssertionError("no failure but " + result);
  }

  private void noSecretIsIn(List<String> collected) {
    List<String> all;
    synchronized (collected) { // threads of the JDK's client may still log
      all = List.copyOf(collected);
    }
    assertThat(all).isNotEmpty();
    for (String form : FORMS) {
      assertThat(all).noneMatch(text -> text.contains(form));
    }
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void appearNowhereThoughTheyAreSent(Credentials credentials, WireMockRuntimeInfo server)
      throws Exception {
    List<ResponseDefinitionBuilder> answers = new ArrayList<>();
    for (int status : new int[] {301, 400, 401, 403, 404, 409, 415, 429, 500, 502}) {
      answers.add(aResponse().withStatus(status).withBody("{\"error\":\"no\"}"));
    }
    answers.add(aResponse().withBody("<html>log in</html>"));
    answers.add(aResponse().withBody("}"));
    answers.add(okJson("[]"));
    answers.add(aResponse().withBody(new byte[0]));
    for (Fault fault : Fault.values()) {
      answers.add(aResponse().withFault(fault));
    }
    answers.add(aResponse().withFixedDelay(10_000));
    XrayClientBuilder builder = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(credentials)
        .timeout(Duration.ofMillis(500))
        .addInterceptor((request, next) -> {
          texts.add(request.toString());
          texts.add(String.valueOf(request.headers()));
          ApiResponse response = next.send(request);
          texts.add(response.toString());
          return response;
        })
        .retryPolicy(RetryPolicy.defaults().retries(1).waits(Duration.ZERO, Duration.ZERO));
    Stream.of(builder, credentials).map(Object::toString).forEach(texts::add);
    XrayClient xray = builder.build();
    try {
      Stream.of(xray, xray.policies()).map(Object::toString).forEach(texts::add);
      for (ResponseDefinitionBuilder answer : answers) {
        stubFor(any(anyUrl()).willReturn(answer));
        ApiCall<Map<String, Object>> call = xray.call("PUT", "/xray/api/v1/{name}", "x")
            .readAs(new TypeReference<Map<String, Object>>() {});
        texts.add(call.toString());
        texts.add(String.valueOf(call.request().headers()));
        mustFail(call::send);
        mustFail(() -> call.sendAsync().get());
      }
      mustFail(() -> {
        Thread.currentThread().interrupt();
        try {
          return xray.call("GET", "/x").send();
        } finally {
          Thread.interrupted();
        }
      });
    } finally {
      xray.close();
    }
    mustFail(() -> xray.call("GET", "/x").send());
    try (XrayClient nobody = XrayClient.builder()
        .baseUrl("http://127.0.0.1:1")
        .credentials(credentials)
        .retryPolicy(RetryPolicy.none())
        .build()) {
      mustFail(() -> nobody.call("GET", "/x").send());
    }

    assertThat(findAll(anyRequestedFor(anyUrl())))
        .isNotEmpty()
        .allMatch(request ->
            FORMS.stream().anyMatch(form -> request.getHeaders().toString().contains(form)));
    noSecretIsIn(texts);
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void appearNowhereWhenClientsAreWrittenAsJsonOrPrinted(Credentials credentials) {
    XrayClientBuilder builder =
        XrayClient.builder().baseUrl("https://a.example").credentials(credentials);
    JsonMapper lenient =
        JsonMapper.builder().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS).build();
    try (XrayClient xray = builder.build()) {
      for (Object value : List.of(credentials, builder, xray)) {
        texts.add(value.toString());
        texts.add(lenient.valueToTree(value).toString());
        assertThat(value).isNotInstanceOf(Serializable.class);
      }
      assertThat(xray.redact("got " + SECRET)).isEqualTo("got ***");
    }
    noSecretIsIn(texts);
  }

  @Test
  void appearNowhereWhenTheyAreRefused() {
    for (String flaw : new String[] {"\n", "\r\n", "\u0000", "\u00e9", "\u20ac", " ", "\t"}) {
      mustFail(() -> Credentials.bearer(SECRET + flaw + "x"));
      mustFail(() -> Credentials.apiKey(flaw + SECRET));
    }
    mustFail(() -> Credentials.basic("user", SECRET + "\n"));
    mustFail(() -> Credentials.basic("user:" + SECRET, "x"));
    mustFail(() -> Credentials.basic("user" + SECRET + "\n", "x"));
    noSecretIsIn(texts);
  }

  @Test
  void appearNowhereWhenTheyStandInAUrl() {
    for (String url : new String[] {
      "https://user:" + SECRET + "@acme.example",
      "https://" + SECRET + "@acme.example",
      "https://user:" + SECRET + " @acme.example",
      "https://user:" + SECRET + "%zz@acme.example",
      "https://us er:" + SECRET + "@acme.example",
      "https://user:" + SECRET + "@acme_example",
      "https://user:" + SECRET + "@@acme.example",
      "https://user:" + SECRET + "@acme.example:port",
      "ftp://user:" + SECRET + "@acme.example",
      "user:" + SECRET + "@acme.example",
      "//user:" + SECRET + "@acme.example",
      "http://user:" + SECRET + "@acme.example",
      SECRET + "\n"
    }) {
      mustFail(() ->
          XrayClient.builder().baseUrl(url).credentials(Credentials.anonymous()).build());
      mustFail(() -> XrayClient.builder().environment(Map.of("JF_URL", url)).build());
      mustFail(() -> XrayClient.builder()
          .environment(Map.of("JF_URL", url, "JF_ACCESS_TOKEN", SECRET))
          .build());
    }
    noSecretIsIn(texts);
  }

  @Test
  void appearNowhereWhenTheEnvironmentIsWrong() {
    mustFail(() -> XrayClient.builder().environment(Map.of("JF_ACCESS_TOKEN", SECRET)));
    mustFail(() -> XrayClient.builder()
        .environment(Map.of("JF_URL", "https://a.example", "XRAY_ACCESS_TOKEN", SECRET)));
    mustFail(() -> XrayClient.builder()
        .environment(Map.of("JF_URL", "https://a.example", "JF_ACCESS_TOKEN", SECRET + " x")));
    mustFail(() -> XrayClient.builder()
        .environment(Map.of("JF_URL", "http://a.example", "JF_ACCESS_TOKEN", SECRET))
        .build());
    mustFail(() -> XrayClient.builder()
        .environment(Map.of("JF_URL", "https://a.example", "JF_ACCESS_TOKEN", SECRET))
        .caFile(Path.of("/does/not/exist")));
    noSecretIsIn(texts);
  }

  @Test
  void inHeadersAndBodiesOfCallsAppearNowhere(WireMockRuntimeInfo server) {
    stubFor(any(anyUrl()).willReturn(aResponse().withStatus(400).withBody("no")));
    try (XrayClient xray = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.anonymous())
        .build()) {
      ApiCall<ApiResponse> call =
          xray.call("POST", "/x").header("X-Own", SECRET).body(Map.of("password", SECRET));
      texts.add(call.toString());
      texts.add(call.request().toString());
      mustFail(call::send);
      mustFail(() -> xray.call("POST", "/x").header("X-Own", SECRET + "\n"));
      mustFail(() -> xray.call("POST", "/x").header("X-Own\n", SECRET));
      mustFail(() -> xray.call("POST", "/x").header("X-Own", SECRET + "\u20ac"));
      mustFail(() -> xray.call("POST", "/x").body(new Object() {
        @Override
        public String toString() {
          return SECRET;
        }
      }));
      mustFail(() -> ApiRequest.of("GET", URI.create("http://a.example"))
          .withHeader("Authorization", "Bearer " + SECRET + "\r"));
    }
    noSecretIsIn(texts);
  }

  @Test
  void doNotFollowARequestToAnotherOrigin(WireMockRuntimeInfo server) {
    stubFor(any(anyUrl()).willReturn(okJson("{}")));
    String here = server.getHttpBaseUrl();
    String other = here.replace("localhost", "127.0.0.1");
    assertThat(other).isNotEqualTo(here);
    try (XrayClient xray = XrayClient.builder()
        .baseUrl(here)
        .credentials(Credentials.bearer(SECRET))
        .addInterceptor((request, next) ->
            next.send(request.withUri(URI.create(request.uri().toString().replace(here, other)))))
        .build()) {
      xray.call("GET", "/x").readAs(JsonNode.class).send();
    }

    assertThat(findAll(anyRequestedFor(anyUrl())))
        .singleElement()
        .satisfies(
            request -> assertThat(request.containsHeader("Authorization")).isFalse());
  }
}
