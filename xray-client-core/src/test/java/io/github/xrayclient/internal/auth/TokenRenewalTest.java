package io.github.xrayclient.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xrayclient.auth.AccessToken;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayTokenException;
import io.github.xrayclient.error.XrayUnauthorizedException;
import io.github.xrayclient.internal.call.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a token is renewed, by a clock that the tests advance. */
class TokenRenewalTest {
  @Nested
  class AnExchangedToken {
    @ParameterizedTest
    @CsvSource({
      "PT60S, PT29S, PT2S", // half of a short lifetime
      "PT1H, PT29M, PT2M", // 30 minutes before the end
      "PT10H, PT8H59M, PT2M", // 10 % of the lifetime before the end
      "PT8760H, PT8591H, PT2H" // 7 days before the end of a year
    })
    void isRenewedBeforeItExpires(Duration lifetime, Duration used, Duration tooLong) {
      try (OidcPlatform platform = OidcPlatform.issuing(lifetime);
          Connection client = platform.client(exchanging(platform, Duration.ofDays(400)))) {
        OidcPlatform.ask(client);
        platform.pass(used);
        OidcPlatform.ask(client);
        assertThat(platform.exchanges()).isEqualTo(1);

        platform.pass(tooLong);
        OidcPlatform.ask(client);

        assertThat(platform.exchanges()).isEqualTo(2);
        assertThat(platform.logins()).hasSize(5);
        assertThat(platform.logins().get(4)).isNotEqualTo(platform.logins().get(2));
      }
    }

    @Test
    void isRenewedAfterItExpired() {
      try (OidcPlatform platform = OidcPlatform.issuing(Duration.ofHours(1));
          Connection client = platform.client(exchanging(platform, Duration.ofDays(1)))) {
        OidcPlatform.ask(client);
        platform.pass(Duration.ofHours(2));
        OidcPlatform.ask(client);

        assertThat(platform.logins()).hasSize(4);
        assertThat(platform.exchanges()).isEqualTo(2);
      }
    }

    @Test
    void isUsedFurtherOnWhileItIsValidIfTheIdTokenHasExpired() {
      try (OidcPlatform platform = OidcPlatform.issuing(Duration.ofHours(1));
          Connection client = platform.client(exchanging(platform, Duration.ofMinutes(5)))) {
        OidcPlatform.ask(client);
        platform.pass(Duration.ofMinutes(40));
        OidcPlatform.ask(client);
        OidcPlatform.ask(client);
        assertThat(platform.exchanges()).as("one more, which failed").isEqualTo(2);

        platform.pass(Duration.ofMinutes(11));
        OidcPlatform.ask(client);
        assertThat(platform.exchanges()).as("tried again in half of the time").isEqualTo(3);

        platform.pass(Duration.ofMinutes(10));
        assertThatExceptionOfType(XrayTokenException.class)
            .isThrownBy(() -> OidcPlatform.ask(client))
            .withMessageContainingAll(
                "\"ci\"", "answered 401", "this id token expired at 2030-01-01T00:05:00Z");
      }
    }

    @Test
    void thatCannotBeRenewedIsLoggedWithoutTheIdToken() {
      List<String> logged = new ArrayList<>();
      Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord record) {
          logged.add(record.getLevel() + " " + record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
      Logger logger = Logger.getLogger("io.github.xrayclient");
      logger.addHandler(recorder);
      String idToken = OidcPlatform.idToken(Instant.parse("2030-01-01T01:00:00Z"));
      try (OidcPlatform platform = OidcPlatform.issuing(Duration.ofHours(1));
          Connection client = platform.client(Credentials.oidc("ci", () -> idToken))) {
        OidcPlatform.ask(client);
        platform.pass(Duration.ofMinutes(31));
        platform.fake.failNext(503, 1, "X-Echo", idToken);
        OidcPlatform.ask(client);
      } finally {
        logger.removeHandler(recorder);
      }

      assertThat(logged)
          .singleElement()
          .satisfies(line -> assertThat(line)
              .startsWith("WARNING the access token could not be renewed")
              .contains("answered 503", "try again later")
              .doesNotContain(idToken));
    }

    @Test
    void isReplacedAfterItWasRevoked() {
      try (OidcPlatform platform = OidcPlatform.issuing(Duration.ofHours(1));
          Connection client = platform.client(exchanging(platform, Duration.ofDays(1)))) {
        OidcPlatform.ask(client);
        platform.fake.revokeTokens();
        OidcPlatform.ask(client);
        OidcPlatform.ask(client);

        assertThat(platform.exchanges()).isEqualTo(2);
        assertThat(platform.logins()).hasSize(6);
      }
    }
  }

  @Nested
  class ATokenOfASupplier {
    private final AtomicInteger asked = new AtomicInteger();

    private void sees(int times, OidcPlatform platform, Connection client, Duration passing) {
      OidcPlatform.ask(client);
      platform.pass(passing);
      OidcPlatform.ask(client);
      assertThat(asked).hasValue(times);
    }

    @ParameterizedTest
    @CsvSource({"PT29M, 1", "PT31M, 2", "PT61M, 2"})
    void isAskedForAgainBeforeItsExpiry(Duration passing, int times) {
      try (OidcPlatform platform = OidcPlatform.open();
          Connection client = platform.client(Credentials.refreshing(() -> AccessToken.of(
              "token-" + asked.incrementAndGet(), platform.now().plus(Duration.ofHours(1)))))) {
        sees(times, platform, client, passing);
      }
    }

    @ParameterizedTest
    @CsvSource({"PT29M, 1", "PT31M, 2"})
    void isAskedForAgainBeforeTheExpiryInTheToken(Duration passing, int times) {
      try (OidcPlatform platform = OidcPlatform.open();
          Connection client = platform.client(Credentials.refreshing(() -> {
            asked.incrementAndGet();
            return AccessToken.of(OidcPlatform.idToken(platform.now().plus(Duration.ofHours(1))));
          }))) {
        sees(times, platform, client, passing);
      }
    }

    @Test
    void isUsedUntilA401IfItsExpiryIsNotKnown() {
      try (OidcPlatform platform = OidcPlatform.open();
          Connection client = platform.client(
              Credentials.refreshing(() -> AccessToken.of("token-" + asked.incrementAndGet())))) {
        sees(1, platform, client, Duration.ofDays(10_000));
        platform.fake.requireToken("token-2");
        OidcPlatform.ask(client);
        OidcPlatform.ask(client);

        assertThat(platform.logins())
            .containsExactly(
                "Bearer token-1",
                "Bearer token-1",
                "Bearer token-1",
                "Bearer token-2",
                "Bearer token-2");
      }
    }

    @Test
    void isAskedForBeforeEachAttemptIfItIsForOne() {
      try (OidcPlatform platform = OidcPlatform.open();
          Connection client = platform.client(
              Credentials.refreshing(() -> AccessToken.once("token-" + asked.incrementAndGet())))) {
        sees(2, platform, client, Duration.ZERO);
      }
    }

    @Test
    void isNotUsedFurtherOnAfterA401IfTheSupplierFails() {
      try (OidcPlatform platform = OidcPlatform.open();
          Connection client = platform.client(Credentials.refreshing(() -> {
            if (asked.getAndIncrement() > 0) {
              throw new ArithmeticException("no token today");
            }
            return AccessToken.of("token-1", Instant.MAX);
          }))) {
        OidcPlatform.ask(client);
        platform.fake.requireToken("token-2");

        assertThatExceptionOfType(XrayTokenException.class)
            .isThrownBy(() -> OidcPlatform.ask(client))
            .withCauseInstanceOf(ArithmeticException.class);
      }
    }

    @Test
    void thatIsRefusedAndHasNoSuccessorIsSentOnce() {
      try (OidcPlatform platform = OidcPlatform.open();
          Connection client =
              platform.client(Credentials.refreshing(() -> AccessToken.of("token-1")))) {
        platform.fake.requireToken("token-2");

        assertThatExceptionOfType(XrayUnauthorizedException.class)
            .isThrownBy(() -> OidcPlatform.ask(client));
        assertThat(platform.logins()).containsExactly("Bearer token-1");
      }
    }
  }

  private static Credentials exchanging(OidcPlatform platform, Duration validity) {
    String idToken = OidcPlatform.idToken(platform.now().plus(validity));
    return Credentials.oidc("ci", () -> idToken);
  }
}
