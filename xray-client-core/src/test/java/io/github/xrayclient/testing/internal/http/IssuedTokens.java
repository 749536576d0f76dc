package io.github.xrayclient.testing.internal.http;

import io.github.xrayclient.testing.RecordedRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The access tokens that the server issued, with the time at which each expires. Thread-safe. */
public final class IssuedTokens {
  private static final String BEARER = "Bearer ";

  private final Map<String, Instant> expiries = new HashMap<>();
  private Clock clock = Clock.systemUTC();
  private boolean required;

  public synchronized void clock(Clock clock) {
    this.clock = clock;
  }

  public synchronized Instant now() {
    return clock.instant();
  }

  /** Refuses requests without a token from now on. */
  public synchronized void require() {
    required = true;
  }

  public synchronized void issued(String token, Instant expiresAt) {
    expiries.put(token, expiresAt);
  }

  /** Makes all tokens that were issued so far invalid. */
  public synchronized void revoke() {
    expiries.clear();
  }

  synchronized boolean areRequired() {
    return required;
  }

  /** Whether the request has a token that is still valid. */
  synchronized boolean isValid(RecordedRequest request) {
    Optional<Instant> expiry = request
        .header("Authorization")
        .filter(value -> value.startsWith(BEARER))
        .map(value -> expiries.get(value.substring(BEARER.length())));
    return expiry.filter(now()::isBefore).isPresent();
  }
}
