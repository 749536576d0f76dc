package io.github.xrayclient.internal.auth;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers with which a client logs in, and the time at which they become invalid. Immutable. */
public final class Grant {
  private final Map<String, String> headers;
  private final @Nullable Instant expiresAt;

  private Grant(Map<String, String> headers, @Nullable Instant expiresAt) {
    this.headers = headers;
    this.expiresAt = expiresAt;
  }

  /**
   * Creates a grant with these headers.
   *
   * @param expiresAt null if unknown
   */
  public static Grant of(Map<String, String> headers, @Nullable Instant expiresAt) {
    return new Grant(Map.copyOf(headers), expiresAt);
  }

  /** The headers. Their values are secrets. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The time at which the server stops accepting the headers; null if unknown. */
  public @Nullable Instant expiresAt() {
    return expiresAt;
  }
}
