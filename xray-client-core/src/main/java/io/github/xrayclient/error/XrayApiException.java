package io.github.xrayclient.error;

import io.github.xrayclient.internal.error.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

  /**
   * The exception for an answer with this status, in the class that belongs to the status, such as
   * {@link XrayNotFoundException} for 404. Use it in tests of your own code, where a test double
   * stands in for the server.
   *
   * @param messages what the server says, one text for each error
   */
  public static XrayApiException of(String method, URI uri, int statusCode, String... messages) {
    return of(new Refusal(method, uri, statusCode).messages(List.of(messages)));
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

  static XrayApiException of(Refusal refusal) {
    switch (refusal.statusCode) {
      case 400:
        return new XrayBadRequestException(refusal);
      case 401:
        return new XrayUnauthorizedException(refusal);
      case 403:
        return new XrayForbiddenException(refusal);
      case 404:
        return new XrayNotFoundException(refusal);
      case 409:
        return new XrayConflictException(refusal);
      case 429:
        return new XrayRateLimitedException(refusal);
      default:
        return new XrayApiException(refusal);
    }
  }
}
