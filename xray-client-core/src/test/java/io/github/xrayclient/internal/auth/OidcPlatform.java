package io.github.xrayclient.internal.auth;

import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.internal.call.Connection;
import io.github.xrayclient.internal.http.HttpSettings;
import io.github.xrayclient.internal.http.Pipeline;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.RecordedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** A platform with an OIDC integration, and a clock that it shares with its clients. */
final class OidcPlatform implements AutoCloseable {
  private static final String POLICIES = "/xray/api/v2/policies";

  private Instant now = Instant.parse("2030-01-01T00:00:00Z");

  private final Clock clock = new Clock() {
    @Override
    public Instant instant() {
      synchronized (OidcPlatform.this) {
        return now;
      }
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  };

  final FakeXray fake;

  private OidcPlatform(FakeXray fake) {
    this.fake = fake.clock(clock);
  }

  /** A platform that admits every request. */
  static OidcPlatform open() {
    return new OidcPlatform(FakeXray.start());
  }

  /** A platform that admits requests with tokens that it issued for this time. */
  static OidcPlatform issuing(Duration lifetime) {
    return new OidcPlatform(FakeXray.start()
        .seed(
            FakeXray.Kind.OIDC_INTEGRATIONS,
            "{\"name\":\"ci\",\"identity_mappings\":[{\"name\":\"all\",\"token_spec\":"
                + "{\"expires_in\":" + lifetime.toSeconds() + "}}]}"));
  }

  Instant now() {
    return clock.instant();
  }

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  /** An id token that expires at this time. */
  static String idToken(Instant expiry) {
    return jwt("{\"sub\":\"job\",\"exp\":" + expiry.getEpochSecond() + "}");
  }

  static String jwt(String claims) {
    return "e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2ln";
  }

  Connection client(Credentials credentials) {
    return client(credentials, Runnable::run);
  }

  Connection client(Credentials credentials, Executor executor) {
    HttpSettings settings = new HttpSettings(URI.create(fake.url()), Login.of(credentials));
    settings.clock = clock;
    settings.retryPolicy = RetryPolicy.none();
    Pipeline pipeline = Pipeline.of(settings, builder -> {}, Duration.ofSeconds(20));
    return new Connection(settings, pipeline, executor, "");
  }

  static void ask(Connection client) {
    client.call("GET", POLICIES).send();
  }

  /** The logins of the requests so far; {@code exchange} for an exchange. */
  List<String> logins() {
    return fake.requests().stream().map(OidcPlatform::login).collect(Collectors.toList());
  }

  private static String login(RecordedRequest request) {
    return request.path().startsWith("/access/")
        ? "exchange"
        : request.header("Authorization").orElse("none");
  }

  long exchanges() {
    return logins().stream().filter("exchange"::equals).count();
  }

  @Override
  public void close() {
    fake.close();
  }
}
