package io.github.xrayclient.auth;

import io.github.xrayclient.internal.auth.Grant;
import io.github.xrayclient.internal.auth.JwtExpiry;
import io.github.xrayclient.internal.auth.SecretText;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An access token with the time at which it expires, for {@link Credentials#refreshing
 * Credentials.refreshing(..)}. {@link #toString()} does not show the token. Immutable and
 * thread-safe.
 */
public final class AccessToken {
  private final Map<String, String> header;
  private final @Nullable Instant expiresAt;

  private AccessToken(String token, @Nullable Instant expiresAt) {
    this.header = SecretText.tokenHeader(token);
    this.expiresAt = expiresAt;
  }

  /**
   * Creates a token that contains its own expiry, as a JSON Web Token does, or whose expiry is not
   * known. In the latter case, the client uses it until the server answers 401.
   *
   * @throws IllegalArgumentException if the token is blank or contains white space or a character
   *     that is not ASCII; the message does not show the token
   */
  public static AccessToken of(String token) {
    return new AccessToken(token, JwtExpiry.of(Objects.requireNonNull(token, "token")));
  }

  /**
   * Creates a token that expires at this time. The client asks for another one before that.
   *
   * @throws IllegalArgumentException if the token is blank or contains white space or a character
   *     that is not ASCII; the message does not show the token
   */
  public static AccessToken of(String token, Instant expiresAt) {
    return new AccessToken(
        Objects.requireNonNull(token, "token"), Objects.requireNonNull(expiresAt, "expiresAt"));
  }

  /**
   * Creates a token for a single attempt of a request, so that the client asks again before the
   * next attempt. Use it if your own code already remembers its tokens.
   *
   * @throws IllegalArgumentException if the token is blank or contains white space or a character
   *     that is not ASCII; the message does not show the token
   */
  public static AccessToken once(String token) {
    return of(token, Instant.EPOCH);
  }

  /**
   * The time at which the token expires: the one that was given, or the one in the token; empty if
   * neither is known.
   */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  Grant grant() {
    return Grant.of(header, expiresAt);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AccessToken
        && header.equals(((AccessToken) other).header)
        && Objects.equals(expiresAt, ((AccessToken) other).expiresAt);
  }

  @Override
  public int hashCode() {
    return Objects.hash(header, expiresAt);
  }

  /** The expiry, without the token. */
  @Override
  public String toString() {
    return "AccessToken(" + (expiresAt == null ? "expiry unknown" : "expires at " + expiresAt)
        + ")";
  }
}
