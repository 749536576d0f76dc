package io.github.xrayclient.error;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An answer outside 2xx. Statuses that a caller would catch alone have classes of their own. */
public class XrayApiException extends XrayException {
  private static final long serialVersionUID = 1L;

  private final int statusCode;
  private final ArrayList<String> messages;
  private final @Nullable String requestId;
  private final @Nullable Duration retryAfter;
  private final @Nullable String serverVersion;
  private final String body;

  XrayApiException(Refusal refusal) {
    super(refusal.method, refusal.uri, refusal.sentence(), null);
    this.statusCode = refusal.statusCode;
    this.messages = new ArrayList<>(refusal.messages);
    this.requestId = refusal.requestId;
    this.retryAfter = refusal.retryAfter;
    this.serverVersion = refusal.serverVersion;
    this.body = refusal.body;
  }

  /** The HTTP status of the answer. */
  public final int statusCode() {
    return statusCode;
  }

  /**
   * The server's own messages, one for each error that it listed; empty if it sent none. There are
   * at most 100, of at most 8,192 characters each; {@link #getMessage()} says if there were more.
   */
  public final List<String> messages() {
    return Collections.unmodifiableList(messages);
  }

  /** The id under which the server logged the request. */
  public final Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /** How long the server asked to wait before the next try. */
  public final Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** The version that the answering server names in a header. */
  public final Optional<String> serverVersion() {
    return Optional.ofNullable(serverVersion);
  }

  /** The start of the answer's body as text, at most 8,192 characters. */
  public final String body() {
    return body;
  }

  /**
   * A copy of this exception with one more explanation in its message; this exception is its cause.
   */
  public final XrayApiException explained(String more) {
    Refusal refusal = new Refusal(method(), uri(), statusCode)
        .messages(messages)
        .reason(Stream.concat(messages.stream(), Stream.of(more)).collect(Collectors.joining("; ")))
        .body(body)
        .requestId(requestId())
        .retryAfter(retryAfter())
        .serverVersion(serverVersion());
    XrayApiException explained = refusal.toException();
    explained.initCause(this);
    return explained;
  }

  /** A refusal as it was read from the answer; makes the exception of the matching class. */
  public static final class Refusal {
    private final String method;
    private final URI uri;
    private final int statusCode;
    private List<String> messages = List.of();
    private String reason = "";
    private String body = "";
    private @Nullable String requestId;
    private @Nullable Duration retryAfter;
    private @Nullable String serverVersion;

    /** An answer with this status, about which nothing else is known yet. */
    public Refusal(String method, URI uri, int statusCode) {
      this.method = Objects.requireNonNull(method, "method");
      this.uri = Objects.requireNonNull(uri, "uri");
      this.statusCode = statusCode;
    }

    /** The server's own words, one entry for each error. */
    public Refusal messages(List<String> messages) {
      this.messages = List.copyOf(messages);
      return this;
    }

    /** What the exception's message says after the status; by default the server's words. */
    public Refusal reason(String reason) {
      this.reason = Objects.requireNonNull(reason, "reason");
      return this;
    }

    /** The start of the body. */
    public Refusal body(String body) {
      this.body = Objects.requireNonNull(body, "body");
      return this;
    }

    /** The id under which the server logged the request. */
    public Refusal requestId(Optional<String> requestId) {
      this.requestId = requestId.orElse(null);
      return this;
    }

    /** How long the server asked to wait. */
    public Refusal retryAfter(Optional<Duration> retryAfter) {
      this.retryAfter = retryAfter.orElse(null);
      return this;
    }

    /** The version that the answering server names. */
    public Refusal serverVersion(Optional<String> version) {
      this.serverVersion = version.orElse(null);
      return this;
    }

    /** The exception for this status. */
    public XrayApiException toException() {
      switch (statusCode) {
        case 400:
          return new XrayBadRequestException(this);
        case 401:
          return new XrayUnauthorizedException(this);
        case 403:
          return new XrayForbiddenException(this);
        case 404:
          return new XrayNotFoundException(this);
        case 409:
          return new XrayConflictException(this);
        case 429:
          return new XrayRateLimitedException(this);
        default:
          return new XrayApiException(this);
      }
    }

    private String sentence() {
      String words = reason.isEmpty() ? String.join("; ", messages) : reason;
      String answered = method + " " + uri + " answered " + statusCode;
      return words.isEmpty() ? answered : answered + ": " + words;
    }
  }
}
