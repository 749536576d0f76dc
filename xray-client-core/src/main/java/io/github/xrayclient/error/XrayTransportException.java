package io.github.xrayclient.error;

import io.github.xrayclient.internal.remedy.ProxyLogin;
import io.github.xrayclient.remedy.Remedy;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * No complete answer came: for example, the connection could not be opened or broke, the thread was
 * interrupted, or the answer was too large. {@link #isRequestSent()} tells whether the server may
 * have acted on the request. The client has already repeated the request if its {@code RetryPolicy}
 * allows that.
 */
public class XrayTransportException extends XrayException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String problem;
  private int attempts = 1;

  /**
   * Creates the exception for an attempt of the kind {@link Kind#NO_ANSWER}. The client does not
   * repeat it, since the server may have acted on the request.
   *
   * @param method the HTTP method of the request
   * @param uri the URL of the request
   * @param problem what went wrong; it becomes a part of the message
   * @param cause the exception of the HTTP client, if there is one
   */
  public XrayTransportException(String method, URI uri, String problem, @Nullable Throwable cause) {
    this(Kind.NO_ANSWER, method, uri, problem, cause);
  }

  /**
   * Creates the exception for a failed attempt of a known kind.
   *
   * @param kind how far the request got, which decides whether the client repeats it
   * @param method the HTTP method of the request
   * @param uri the URL of the request
   * @param problem what went wrong; it becomes a part of the message
   * @param cause the exception of the HTTP client, if there is one
   */
  public XrayTransportException(
      Kind kind, String method, URI uri, String problem, @Nullable Throwable cause) {
    this(kind, method, uri, problem, Objects.requireNonNull(kind, "kind").remedy, cause);
  }

  XrayTransportException(
      Kind kind,
      String method,
      URI uri,
      String problem,
      @Nullable Remedy remedy,
      @Nullable Throwable cause) {
    super(method, uri, method + " " + uri + " failed: " + problem, remedy, cause);
    this.kind = Objects.requireNonNull(kind, "kind");
    this.problem = Objects.requireNonNull(problem, "problem");
  }

  /** How far the request got, and whether another attempt may succeed. */
  public final Kind kind() {
    return kind;
  }

  /**
   * What went wrong, without the method and URL that {@link #getMessage()} begins with, and without
   * what can be done about it.
   */
  @Override
  public final String problem() {
    return problem;
  }

  /** The number of attempts that were made; 1 if the request was not repeated. */
  public final int attempts() {
    return attempts;
  }

  /**
   * Whether the server may have acted on the request. False if it certainly did not: no connection
   * was made, or the server refused all earlier attempts.
   */
  public final boolean isRequestSent() {
    return kind.requestSent;
  }

  /** Whether the connection broke or could not be opened, so that a read may be repeated. */
  public final boolean isRepeatable() {
    return kind.repeatable;
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return attempts > 1 ? message + " (tried " + attempts + " times)" : message;
  }

  final void setAttempts(int attempts) {
    this.attempts = attempts;
  }

  /** How far a request without a complete answer got. */
  public enum Kind {
    /** No connection could be opened. The server did not act, and another attempt may succeed. */
    NO_CONNECTION(false, true, Remedy.of(Remedy.Kind.CHECK_SERVER, "")),

    /**
     * No connection to the proxy could be opened. The server did not act, and another attempt may
     * succeed.
     */
    NO_PROXY(false, true, Remedy.of(Remedy.Kind.CHECK_PROXY, "")),

    /**
     * No connection could be opened in time. The server did not act, and another attempt may
     * succeed.
     */
    CONNECT_TIMEOUT(false, true, Remedy.of(Remedy.Kind.CHECK_SERVER, "")),

    /**
     * The request was not sent, and another attempt would fail as well: for example, the time limit
     * of the whole call was reached.
     */
    NOT_SENT(false, false, null),

    /** TLS failed, usually because the server's certificate is not trusted. Nothing was sent. */
    NO_TLS(
        false,
        false,
        Remedy.of(
            Remedy.Kind.TRUST_CERTIFICATE,
            "if a private authority issued the certificate, set caFile")),

    /** The proxy refused the connection because of a missing or wrong login. Nothing was sent. */
    NO_PROXY_LOGIN(false, false, ProxyLogin.REMEDY),

    /** The connection broke. The server may have acted, and another attempt may succeed. */
    CONNECTION_BROKEN(true, true, null),

    /** No complete answer came in time. The server may have acted. */
    TIMEOUT(true, false, Remedy.of(Remedy.Kind.RAISE_TIME_LIMIT, "")),

    /** The answer is larger than the client accepts. The server may have acted. */
    TOO_LARGE(true, false, Remedy.of(Remedy.Kind.RAISE_ANSWER_LIMIT, "raise maxAnswerBytes")),

    /** No answer came, or the answer cannot be used. The server may have acted. */
    NO_ANSWER(true, false, null);

    private final boolean requestSent;
    private final boolean repeatable;
    final @Nullable Remedy remedy;

    Kind(boolean requestSent, boolean repeatable, @Nullable Remedy remedy) {
      this.requestSent = requestSent;
      this.repeatable = repeatable;
      this.remedy = remedy;
    }
  }
}
