package io.github.xrayclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.RecordedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is special about some calls, and what is refused where it is given. */
@Timeout(30)
class CallOptionsTest {
  private static final String SECRET = "s3cr3t-value";
  private static final RetryPolicy AT_ONCE =
      RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO);

  private final FakeXray fake = FakeXray.start();
  private final XrayClient xray = client().build();

  private XrayClientBuilder client() {
    return XrayClient.builder()
        .baseUrl(fake.url())
        .credentials(Credentials.bearer("t0ken-of-the-test"))
        .retryPolicy(AT_ONCE);
  }

  @AfterEach
  void stop() {
    xray.close();
    fake.close();
  }

  private RecordedRequest only() {
    List<RecordedRequest> requests = fake.requests();
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  @Nested
  class BadValues {
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-0.001S", "PT24H0.000000001S", "P9999D"})
    void ofATimeoutAreRefusedWhereTheyAreGiven(String limit) {
      Duration bad = Duration.parse(limit);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> CallOptions.none().timeout(bad))
          .withMessageContainingAll("timeout", bad.toString());
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.call("GET", "/x").timeout(bad))
          .withMessageContaining("timeout");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> client().timeout(bad))
          .withMessageContaining("timeout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.000000001S", "PT24H"})
    void ofATimeoutAreNotThoseAtTheBounds(String limit) {
      assertThat(CallOptions.none()
              .timeout(Duration.parse(limit))
              .applyTo(xray.call("GET", "/x").request())
              .timeout())
          .hasValue(Duration.parse(limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a:", "a\n", "\u00e4", "a\u0000", "(a)"})
    void ofAHeadersNameAreRefusedWhereTheyAreGiven(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CallOptions.none().header(name, SECRET))
          .satisfies(CallOptionsTest::showsNoSecret);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.call("GET", "/x").header(name, SECRET))
          .satisfies(CallOptionsTest::showsNoSecret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-length", "CONNECTION", "Upgrade", "Expect", "EXPECT"})
    void ofAHeadersNameAreThoseThatTheJdkSets(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CallOptions.none().header(name, "x"))
          .withMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\u0000", "\u007f", "\u20ac", "\ud83d\ude00"})
    void ofAHeadersValueAreRefusedWithoutShowingIt(String flaw) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CallOptions.none().header("X-Own", SECRET + flaw))
          .withMessageContaining("X-Own")
          .satisfies(CallOptionsTest::showsNoSecret);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.call("GET", "/x").header("X-Own", flaw + SECRET))
          .satisfies(CallOptionsTest::showsNoSecret);
    }

    @Test
    void areNulls() {
      assertThatExceptionOfType(NullPointerException.class)
          .isThrownBy(() -> CallOptions.none().timeout(null));
      assertThatExceptionOfType(NullPointerException.class)
          .isThrownBy(() -> CallOptions.none().retryPolicy(null));
      assertThatExceptionOfType(NullPointerException.class)
          .isThrownBy(() -> CallOptions.none().header(null, "x"));
      assertThatExceptionOfType(NullPointerException.class)
          .isThrownBy(() -> CallOptions.none().header("X-Own", null));
      assertThatExceptionOfType(NullPointerException.class)
          .isThrownBy(() -> xray.withOptions(null));
    }

    @Test
    void leaveTheOptionsAsTheyWere() {
      CallOptions options = CallOptions.none().header("X-Own", "1");
      assertThatIllegalArgumentException().isThrownBy(() -> options.header("X-Own", "\n"));

      xray.withOptions(options).call("GET", "/xray/api/v1/system/ping").send();

      assertThat(only().header("X-Own")).hasValue("1");
    }
  }

  @Nested
  class Headers {
    @Test
    void areSentByEveryServiceOfTheClientThatHasThem() {
      XrayClient special = xray.withOptions(CallOptions.none().header("X-Own", "1"));

      special.policies().list();
      special.watches().list();
      special.call("GET", "/xray/api/v1/system/ping").send();

      assertThat(fake.requests())
          .hasSize(3)
          .allSatisfy(request -> assertThat(request.header("X-Own")).hasValue("1"))
          .allSatisfy(request ->
              assertThat(request.header("Authorization")).hasValue("Bearer t0ken-of-the-test"));
    }

    @Test
    void areNotSentByTheClientFromWhichItWasMade() {
      xray.withOptions(CallOptions.none().header("X-Own", "1"));

      xray.policies().list();

      assertThat(only().header("X-Own")).isEmpty();
    }

    @Test
    void giveWayToLaterOnes() {
      xray.withOptions(CallOptions.none().header("X-A", "1").header("X-B", "1").header("x-a", "2"))
          .withOptions(CallOptions.none().header("X-B", "2").header("X-C", "2"))
          .call("GET", "/xray/api/v1/system/ping")
          .header("X-C", "3")
          .options(CallOptions.none().header("X-D", "4"))
          .send();

      assertThat(only().header("X-A")).hasValue("2");
      assertThat(only().header("X-B")).hasValue("2");
      assertThat(only().header("X-C")).hasValue("3");
      assertThat(only().header("X-D")).hasValue("4");
    }

    @Test
    void replaceTheCredentialsForTheCallsThatHaveThem() {
      xray.withOptions(CallOptions.none().header("authorization", "Bearer other"))
          .policies()
          .list();
      xray.policies().list();

      assertThat(fake.requests())
          .extracting(request -> request.header("Authorization").orElseThrow())
          .containsExactly("Bearer other", "Bearer t0ken-of-the-test");
    }

    @Test
    void areSentWithEveryAttempt() {
      fake.failNext(503, 2);

      xray.withOptions(CallOptions.none().header("X-Own", "1")).policies().list();

      assertThat(fake.requests())
          .hasSize(3)
          .allSatisfy(request -> assertThat(request.header("X-Own")).hasValue("1"));
    }
  }

  @Nested
  class Retries {
    @ParameterizedTest
    @CsvSource({"0,1", "1,2", "5,6"})
    void areThoseOfTheCall(int retries, int requests) {
      fake.failNext(503, 100);
      ApiCall<ApiResponse> call =
          xray.call("GET", "/xray/api/v2/policies").retryPolicy(AT_ONCE.retries(retries));

      assertThatExceptionOfType(XrayApiException.class).isThrownBy(call::send);

      assertThat(fake.requests()).hasSize(requests);
    }

    @Test
    void areThoseOfTheClientThatHasThem() {
      fake.failNext(503, 100);
      XrayClient once = xray.withOptions(CallOptions.none().retryPolicy(RetryPolicy.none()));

      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> once.policies().list());
      assertThat(fake.requests()).hasSize(1);

      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> xray.policies().list());
      assertThat(fake.requests()).hasSize(1 + 4);
    }

    @Test
    void ofTheCallComeBeforeThoseOfTheClient() {
      fake.failNext(503, 100);
      XrayClient once = xray.withOptions(CallOptions.none().retryPolicy(RetryPolicy.none()));

      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> once.call("GET", "/xray/api/v2/policies")
              .retryPolicy(AT_ONCE.retries(2))
              .send());

      assertThat(fake.requests()).hasSize(3);
    }

    @Test
    void neverMakeAWriteRepeatable() {
      fake.failNext(503, 100);

      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> xray.withOptions(CallOptions.none().retryPolicy(AT_ONCE.retries(100)))
              .call("PUT", "/xray/api/v2/policies/{name}", "a")
              .body(List.of())
              .send());

      assertThat(fake.requests()).hasSize(1);
    }
  }

  @Nested
  class Timeouts {
    @Test
    void areThoseOfTheClientThatHasThem() {
      fake.failNext(FakeXray.Fault.STALLED_HEADERS, 1);
      XrayClient hasty = xray.withOptions(CallOptions.none().timeout(Duration.ofMillis(60)));

      assertThatExceptionOfType(XrayTimeoutException.class)
          .isThrownBy(() -> hasty.policies().list())
          .withMessageContaining("60 ms");
    }

    @Test
    void ofTheCallComeBeforeThoseOfTheClient() {
      fake.latency(Duration.ofMillis(200));
      XrayClient hasty = xray.withOptions(CallOptions.none().timeout(Duration.ofMillis(1)));

      hasty.call("GET", "/xray/api/v2/policies").timeout(Duration.ofSeconds(20)).send();
    }

    @Test
    void areForEachAttemptAlone() {
      fake.failNext(503, 3);
      fake.latency(Duration.ofMillis(250));

      xray.withOptions(CallOptions.none().timeout(Duration.ofMillis(900)))
          .policies()
          .list();

      assertThat(fake.requests()).hasSize(4);
    }
  }

  @Nested
  class DefaultsOfAService {
    private final List<ApiRequest> sent = new ArrayList<>();

    private XrayClientBuilder watched() {
      return client().addInterceptor((request, next) -> {
        sent.add(request);
        return next.send(request);
      });
    }

    private Optional<Duration> limitOfASearch(XrayClientBuilder builder, CallOptions options) {
      try (XrayClient client = builder.build()) {
        client.withOptions(options).violations().list().everything().first();
      }
      return sent.get(0).timeout();
    }

    @Test
    void limitASearchOfViolationsToTwoMinutes() {
      assertThat(limitOfASearch(watched(), CallOptions.none())).hasValue(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT10M", "PT5S"})
    void giveWayToTheLimitOfTheClient(String limit) {
      Duration own = Duration.parse(limit);

      assertThat(limitOfASearch(watched().timeout(own), CallOptions.none())).hasValue(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT10M", "PT5S"})
    void giveWayToTheLimitOfTheOptions(String limit) {
      Duration own = Duration.parse(limit);
      XrayClientBuilder builder = watched().timeout(Duration.ofMinutes(1));

      assertThat(limitOfASearch(builder, CallOptions.none().timeout(own))).hasValue(own);
    }

    @Test
    void leaveTheLimitOfTheWholeCallAsTheClientHasIt() {
      XrayClientBuilder builder =
          watched().totalTimeout(Duration.ofMinutes(9)).timeout(Duration.ofMinutes(4));

      assertThat(limitOfASearch(builder, CallOptions.none())).hasValue(Duration.ofMinutes(4));
      assertThat(sent.get(0).totalTimeout()).hasValue(Duration.ofMinutes(9));
    }

    @Test
    void acceptJsonUnlessTheCallerAcceptsSomethingElse() {
      try (XrayClient client = watched().build()) {
        client.call("GET", "/xray/api/v1/system/ping").send();
        client
            .call("GET", "/xray/api/v1/system/ping")
            .header("accept", "text/plain")
            .send();
      }

      assertThat(sent)
          .extracting(request -> request.headers().get("Accept"))
          .containsExactly("application/json", "text/plain");
    }

    @Test
    void limitTheQuestionForTheVersionLikeTheCallThatNeedsIt() {
      fake.failNext(404, 1);
      try (XrayClient client = watched().build()) {
        assertThatExceptionOfType(XrayApiException.class)
            .isThrownBy(() -> client
                .call("GET", "/xray/api/v2/policies")
                .since("9.0")
                .timeout(Duration.ofSeconds(7))
                .send());
      }

      assertThat(sent)
          .hasSize(2)
          .allSatisfy(request -> assertThat(request.timeout()).hasValue(Duration.ofSeconds(7)));
    }
  }

  @Nested
  class Clients {
    @Test
    void withOptionsShareTheirEnd() {
      XrayClient special = xray.withOptions(CallOptions.none());
      special.policies().list();

      special.close();

      assertThatIllegalStateException().isThrownBy(() -> xray.policies().list());
      assertThatIllegalStateException().isThrownBy(() -> special.policies().list());
    }

    @Test
    void withOptionsAreOtherwiseTheSame() {
      XrayClient special = xray.withOptions(CallOptions.none().header("X-Own", SECRET));

      assertThat(special.baseUrl()).isEqualTo(xray.baseUrl());
      assertThat(special.executor()).isSameAs(xray.executor());
      assertThat(special).hasToString(xray.toString());
    }
  }

  @Nested
  class UserAgent {
    private String agentOf(XrayClientBuilder builder) {
      try (XrayClient named = builder.build()) {
        named.call("GET", "/xray/api/v1/system/ping").send();
      }
      return only().header("User-Agent").orElseThrow();
    }

    @Test
    void namesLibraryAndVersion() {
      assertThat(agentOf(client())).matches("xray-client-java/[0-9]+\\.[0-9]+\\.[0-9]+\\S*");
    }

    @Test
    void endsInTheSuffix() {
      assertThat(agentOf(client().userAgentSuffix(" acme-audit/1.4 (nightly) ")))
          .matches("xray-client-java/\\S+ acme-audit/1\\.4 \\(nightly\\)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void hasNothingOfABlankSuffix(String blank) {
      assertThat(agentOf(client().userAgentSuffix("gone/1").userAgentSuffix(blank)))
          .matches("xray-client-java/\\S+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nX-Evil: 1", "a\r", "\u0000", "a\u20ac"})
    void refusesASuffixThatNoHeaderCanHold(String suffix) {
      assertThatIllegalArgumentException().isThrownBy(() -> client().userAgentSuffix(suffix));
    }
  }

  private static void showsNoSecret(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      assertThat(String.valueOf(t.getMessage())).doesNotContain(SECRET);
    }
  }
}
