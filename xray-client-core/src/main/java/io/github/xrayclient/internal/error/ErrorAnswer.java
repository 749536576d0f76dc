package io.github.xrayclient.internal.error;

import io.github.xrayclient.remedy.Remedy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The content of an answer outside 2xx, from which an exception is created. */
public final class ErrorAnswer {
  public final String method;
  public final URI uri;
  public final int statusCode;
  public List<String> messages = List.of();
  public String body = "";
  public @Nullable String requestId;
  public @Nullable Duration retryAfter;
  public @Nullable String serverVersion;
  public @Nullable Remedy remedy;
  private String reason = "";
  private String sentence = "";

  /** Creates an answer of which only the request and the status are known. */
  public ErrorAnswer(String method, URI uri, int statusCode) {
    this.method = Objects.requireNonNull(method, "method");
    this.uri = Objects.requireNonNull(uri, "uri");
    this.statusCode = statusCode;
  }

  /** Sets the server's messages, one for each error. */
  public ErrorAnswer messages(List<String> messages) {
    this.messages = List.copyOf(messages);
    return this;
  }

  /**
   * Sets the text that follows the status in the exception's message; by default the server's
   * messages.
   */
  public ErrorAnswer reason(String reason) {
    this.reason = Objects.requireNonNull(reason, "reason");
    return this;
  }

  /** Sets the whole message of the exception; by default the request, the status and the reason. */
  public ErrorAnswer sentence(String sentence) {
    this.sentence = Objects.requireNonNull(sentence, "sentence");
    return this;
  }

  /** Sets what can be done; by default, this follows from the status. */
  public ErrorAnswer remedy(@Nullable Remedy remedy) {
    this.remedy = remedy;
    return this;
  }

  /** Sets the beginning of the body. */
  public ErrorAnswer body(String body) {
    this.body = Objects.requireNonNull(body, "body");
    return this;
  }

  /** Sets the id with which the server logged the request. */
  public ErrorAnswer requestId(Optional<String> requestId) {
    this.requestId = requestId.orElse(null);
    return this;
  }

  /** Sets the time that the server asks the client to wait. */
  public ErrorAnswer retryAfter(Optional<Duration> retryAfter) {
    this.retryAfter = retryAfter.orElse(null);
    return this;
  }

  /** Sets the version of the server. */
  public ErrorAnswer serverVersion(Optional<String> version) {
    this.serverVersion = version.orElse(null);
    return this;
  }

  /** The message of the exception. */
  public String sentence() {
    if (!sentence.isEmpty()) {
      return sentence;
    }
    String words = reason.isEmpty() ? String.join("; ", messages) : reason;
    String answered = method + " " + uri + " answered " + statusCode;
    return words.isEmpty() ? answered : answered + ": " + words;
  }
}
