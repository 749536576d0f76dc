package io.github.xrayclient.error;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * No complete answer came: for example, the connection could not be opened or broke, the thread was
 * interrupted, or the answer was too large.
 */
public class XrayTransportException extends XrayException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String problem;
  private int attempts = 1;

  /**
   * An attempt of {@link Kind#NO_ANSWER}: it is not repeated, since nobody knows whether the server
   * acted on it.
   *
   * @param problem what went wrong; it becomes a part of the message
   */
  public XrayTransportException(String method, URI uri, String problem, @Nullable Throwable cause) {
    this(Kind.NO_ANSWER, method, uri, problem, cause);
  }

  /**
   * An attempt that failed, with what is known about it.
   *
   * @param problem what went wrong; it becomes a part of the message
   */
  public XrayTransportException(
      Kind kind, String method, URI uri, String problem, @Nullable Throwable cause) {
    super(method, uri, method + " " + uri + " got no answer: " + problem, cause);
    this.kind = Objects.requireNonNull(kind, "kind");
    this.problem = Objects.requireNonNull(problem, "problem");
  }

  /** How far the request got, and whether another attempt may succeed. */
  public final Kind kind() {
    return kind;
  }

  /** What went wrong, in the words of the message but without the request. */
  public final String problem() {
    return problem;
  }

  /** How often the request was tried; 1 if it was not repeated. */
  public final int attempts() {
    return attempts;
  }

  /**
   * False if the server certainly did not act on the request, because no connection was made or the
   * server only refused earlier attempts; true if it may have acted.
   */
  public final boolean requestSent() {
    return kind.requestSent;
  }

  /** Whether the connection broke or could not be made, so that a read may be repeated. */
  public final boolean repeatable() {
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

  /** How far a request got that received no complete answer. */
  public enum Kind {
    /** No connection could be made. The server did not act, and another attempt may succeed. */
    NO_CONNECTION(false, true),

    /**
     * No connection could be made in time. The server did not act, and another attempt may succeed.
     */
    CONNECT_TIMEOUT(false, true),

    /**
     * The request was not sent, and another attempt would fail as well: for example, the server's
     * certificate is not trusted, or the time for the whole call was over.
     */
    NOT_SENT(false, false),

    /** The connection broke. The server may have acted, and another attempt may succeed. */
    CONNECTION_BROKEN(true, true),

    /** No complete answer came in time. The server may have acted. */
    TIMEOUT(true, false),

    /** No answer came, or none that can be used. The server may have acted. */
    NO_ANSWER(true, false);

    private final boolean requestSent;
    private final boolean repeatable;

    Kind(boolean requestSent, boolean repeatable) {
      this.requestSent = requestSent;
      this.repeatable = repeatable;
    }
  }
}
