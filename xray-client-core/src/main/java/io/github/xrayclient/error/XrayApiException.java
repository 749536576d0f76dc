package io.github.xrayclient.error;

import io.github.xrayclient.internal.error.ErrorAnswer;
import io.github.xrayclient.remedy.Remedy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server answered with a status outside 2xx. {@link #statusCode()} tells which, and {@link
 * #messages()} what the server reported. Statuses that callers often handle on their own have
 * subclasses, such as {@link XrayNotFoundException} for 404. Only for a query of GraphQL, such as
 * for the labels of the catalog, may the status be 200, since its errors are part of the answer.
 */
public class XrayApiException extends XrayException {
  private static final long serialVersionUID = 1L;

  private final int statusCode;
  private final ArrayList<String> messages;
  private final @Nullable String requestId;
  private final @Nullable Duration retryAfter;
  private final @Nullable String serverVersion;
  private final String body;

  XrayApiException(ErrorAnswer answer) {
    super(answer.method, answer.uri, answer.sentence(), remedy(answer), null);
    this.statusCode = answer.statusCode;
    this.messages = new ArrayList<>(answer.messages);
    this.requestId = answer.requestId;
    this.retryAfter = answer.retryAfter;
    this.serverVersion = answer.serverVersion;
    this.body = answer.body;
  }

  private static @Nullable Remedy remedy(ErrorAnswer answer) {
    if (answer.remedy != null) {
      return answer.remedy;
    }
    switch (answer.statusCode) {
      case 401:
        return Remedy.of(Remedy.Kind.RENEW_CREDENTIALS, "");
      case 403:
        return Remedy.of(Remedy.Kind.USE_PERMITTED_USER, "");
      default:
        return null;
    }
  }

  /**
   * Creates an exception of the class that belongs to a status, such as {@link
   * XrayNotFoundException} for 404. Use it in your own tests, to mock a server that refuses a
   * request.
   *
   * @param method the HTTP method of the request, such as {@code GET}
   * @param uri the URL of the request
   * @param messages the server's messages, one for each error
   */
  public static XrayApiException of(String method, URI uri, int statusCode, String... messages) {
    for (String message : Objects.requireNonNull(messages, "messages")) {
      Objects.requireNonNull(message, "messages must not contain null");
    }
    return of(new ErrorAnswer(method, uri, statusCode).messages(List.of(messages)));
  }

  /** The HTTP status of the answer. */
  public final int statusCode() {
    return statusCode;
  }

  /**
   * The server's messages, one for each error that it reported; empty if it sent none. The list has
   * at most 100 messages of at most 8,192 characters each; {@link #getMessage()} states whether
   * more were left out.
   */
  public final List<String> messages() {
    return Collections.unmodifiableList(messages);
  }

  /**
   * The id with which the server logged the request; empty if the answer has none. JFrog's support
   * may ask for it.
   */
  public final Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /**
   * How long the server asks the client to wait before the next request, from the {@code
   * Retry-After} header; empty if the answer has none.
   */
  public final Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** The version of the server, if the answer has a header with it. */
  public final Optional<String> serverVersion() {
    return Optional.ofNullable(serverVersion);
  }

  /**
   * The beginning of the answer's body as text, at most 8,192 characters; empty if there was no
   * body.
   */
  public final String body() {
    return body;
  }

  static XrayApiException of(ErrorAnswer answer) {
    switch (answer.statusCode) {
      case 400:
        return new XrayBadRequestException(answer);
      case 401:
        return new XrayUnauthorizedException(answer);
      case 403:
        return new XrayForbiddenException(answer);
      case 404:
        return new XrayNotFoundException(answer);
      case 409:
        return new XrayConflictException(answer);
      case 429:
        return new XrayRateLimitedException(answer);
      default:
        return new XrayApiException(answer);
    }
  }
}
