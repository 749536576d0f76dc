package io.github.xrayclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.xrayclient.auth.AccessToken;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.auth.OidcExchange;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.policy.CvssScore;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.value.IgnoreRuleId;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.watch.WatchFilter;
import io.github.xrayclient.watch.WatchFilterType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings and other small values can be compared and printed. */
class PublicValuesTest {
  private static final String SECRET = "a-secret-of-the-caller";

  static Stream<Arguments> values() {
    Supplier<AccessToken> tokens = () -> AccessToken.of(SECRET);
    Supplier<String> ids = () -> SECRET;
    return Stream.of(
        pair(() -> Retry.times(3), () -> Retry.times(4), "Retry{times=3}"),
        pair(() -> Retry.times(0), () -> Retry.times(1), "Retry{times=0}"),
        pair(
            () -> RetryPolicy.defaults().retries(5),
            () -> RetryPolicy.defaults().longestRetryAfter(Duration.ZERO).retries(5),
            "RetryPolicy{retries=5, firstWait=PT0.25S, longestWait=PT10S,"
                + " longestRetryAfter=PT1M}"),
        pair(
            () -> CallOptions.none().timeout(Duration.ofSeconds(2)).header("X-Own", SECRET),
            () -> CallOptions.none().timeout(Duration.ofSeconds(2)).header("X-Own", "other"),
            "CallOptions{timeout=PT2S, totalTimeout=null, retryPolicy=null, headers=[X-Own],"
                + " strict=false}"),
        pair(
            () -> CallOptions.none().header("X-Own", "1").strict(),
            () -> CallOptions.none().header("X-Own", "1"),
            "headers=[X-Own], strict=true"),
        pair(
            () -> Credentials.bearer(SECRET),
            () -> Credentials.bearer("another"),
            "Credentials(bearer token)"),
        pair(
            () -> Credentials.basic("u", SECRET),
            () -> Credentials.basic("u", "another"),
            "Credentials(user and password)"),
        pair(
            () -> Credentials.refreshing(tokens),
            () -> Credentials.refreshing(() -> AccessToken.of(SECRET)),
            "Credentials(bearer tokens)"),
        pair(
            () -> AccessToken.of(SECRET, Instant.EPOCH),
            () -> AccessToken.of("another", Instant.EPOCH),
            "AccessToken(expires at 1970-01-01T00:00:00Z)"),
        pair(
            () -> AccessToken.of(SECRET),
            () -> AccessToken.of(SECRET, Instant.EPOCH),
            "AccessToken(expiry unknown)"),
        pair(
            () -> OidcExchange.of("ci", ids).audience("a"),
            () -> OidcExchange.of("ci", ids),
            "OidcExchange(OIDC provider \"ci\" {audience=a})"),
        pair(
            () -> Credentials.oidc("ci", ids),
            () -> Credentials.oidc("ci", () -> SECRET),
            "Credentials(OIDC provider \"ci\")"),
        pair(
            () -> patterns("a/**").patterns().orElseThrow(),
            () -> patterns("b/**").patterns().orElseThrow(),
            "AntPatterns{includes=[a/**], excludes=[]}"),
        pair(() -> CvssScore.of(7.5), () -> CvssScore.of(7.4), "7.5"),
        pair(() -> IgnoreRuleId.of("1"), () -> IgnoreRuleId.of("2"), "1"),
        pair(() -> Timestamp.of("1"), () -> Timestamp.of("2"), "1"),
        pair(() -> PolicyType.of("security"), () -> PolicyType.of("license"), "security"));
  }

  private static Arguments pair(Supplier<?> value, Supplier<?> other, String text) {
    return Arguments.of(value, other, text);
  }

  private static WatchFilter patterns(String include) {
    return WatchFilter.patterns(WatchFilterType.of("ant-patterns"), List.of(include), List.of());
  }

  @ParameterizedTest
  @MethodSource("values")
  void areEqualIfTheirContentIs(Supplier<?> value, Supplier<?> other, String text) {
    Object one = value.get();

    assertThat(one)
        .isNotSameAs(value.get())
        .isEqualTo(value.get())
        .hasSameHashCodeAs(value.get())
        .isNotEqualTo(other.get())
        .isNotEqualTo(text);
    assertThat(one.toString()).contains(text).doesNotContain(SECRET);
  }

  @Nested
  class OptionsThatAreJoined {
    @Test
    void haveTheLaterValues() {
      CallOptions first = CallOptions.none().timeout(Duration.ofSeconds(1)).header("X-A", "1");
      CallOptions then = CallOptions.none()
          .totalTimeout(Duration.ofSeconds(9))
          .header("x-a", "2")
          .strict();

      assertThat(first.and(then))
          .isEqualTo(CallOptions.none()
              .timeout(Duration.ofSeconds(1))
              .totalTimeout(Duration.ofSeconds(9))
              .header("X-A", "2")
              .strict());
      assertThat(first.and(CallOptions.none())).isEqualTo(first);
    }
  }

  @Nested
  class ScoresOfNumbers {
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 7.5, 10})
    void areWrittenExactly(double number) {
      assertThat(CvssScore.of(number)).isEqualTo(CvssScore.of(Double.toString(number)));
      assertThat(CvssScore.of(number)).hasToString(Double.toString(number));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 10.1, Double.NaN, Double.POSITIVE_INFINITY})
    void lieBetween0And10(double number) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CvssScore.of(number))
          .withMessage("score must be between 0 and 10, but was " + number);
    }

    @Test
    void haveNoNegativeZero() {
      assertThat(CvssScore.of(-0.0)).hasToString("0.0");
      assertThat(CvssScore.of(0.0)).isEqualTo(CvssScore.of(JsonNodeFactory.instance.numberNode(0)));
    }
  }
}
