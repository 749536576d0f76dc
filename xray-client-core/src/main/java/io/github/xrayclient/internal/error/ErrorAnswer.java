package io.github.xrayclient.internal.error;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an answer outside 2xx said, for the exception that is made of it. */
public final class ErrorAnswer {
  public final String method;
  public final URI uri;
  public final int statusCode;
  public List<String> messages = List.of();
  public String body = "";
  public @Nullable String requestId;
  public @Nullable Duration retryAfter;
  public @Nullable String serverVersion;
  private String reason = "";

  /** An answer with this status, about which nothing else is known yet. */
  public ErrorAnswer(String method, URI uri, int statusCode) {
    this.method = Objects.requireNonNull(method, "method");
    this.uri = Objects.requireNonNull(uri, "uri");
    this.statusCode = statusCode;
  }

  /** The server's own words, one entry for each error. */
  public ErrorAnswer messages(List<String> messages) {
    this.messages = List.copyOf(messages);
    return this;
  }

  /** What the exception's message says after the status; by default the server's words. */
  public ErrorAnswer reason(String reason) {
    this.reason = Objects.requireNonNull(reason, "reason");
    return this;
  }

  /** The start of the body. */
  public ErrorAnswer body(String body) {
    this.body = Objects.requireNonNull(body, "body");
    return this;
  }

  /** The id under which the server logged the request. */
  public ErrorAnswer requestId(Optional<String> requestId) {
    this.requestId = requestId.orElse(null);
    return this;
  }

  /** How long the server asked to wait. */
  public ErrorAnswer retryAfter(Optional<Duration> retryAfter) {
    this.retryAfter = retryAfter.orElse(null);
    return this;
  }

  /** The version that the answering server names. */
  public ErrorAnswer serverVersion(Optional<String> version) {
    this.serverVersion = version.orElse(null);
    return this;
  }

  /** The message of the exception. */
  public String sentence() {
    String words = reason.isEmpty() ? String.join("; ", messages) : reason;
    String answered = method + " " + uri + " answered " + statusCode;
    return words.isEmpty() ? answered : answered + ": " + words;
  }
}
