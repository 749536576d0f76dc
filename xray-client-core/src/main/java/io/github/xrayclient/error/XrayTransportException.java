package io.github.xrayclient.error;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * No complete answer came: for example, the connection could not be opened or broke, the thread was
 * interrupted, or the answer was too large.
 */
public class XrayTransportException extends XrayException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final boolean requestSent;
  private final boolean repeatable;
  private int attempts = 1;

  /** One attempt that failed; see {@link Failure} for what can be said of it. */
  public XrayTransportException(Failure failure) {
    super(failure.method, failure.uri, failure.sentence(), failure.cause);
    this.problem = failure.problem;
    this.requestSent = failure.requestSent;
    this.repeatable = failure.repeatable;
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
    return requestSent;
  }

  /** Whether the connection broke or could not be made, so that a read may be repeated. */
  public final boolean repeatable() {
    return repeatable;
  }

  /** Sets how often the request was tried; for transports and interceptors that repeat requests. */
  public final XrayTransportException afterAttempts(int attempts) {
    this.attempts = attempts;
    return this;
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return attempts > 1 ? message + " (tried " + attempts + " times)" : message;
  }

  /** What is known of an attempt that failed. */
  public static final class Failure {
    private final String method;
    private final URI uri;
    private final String problem;
    private final @Nullable Throwable cause;
    private boolean requestSent = true;
    private boolean repeatable;

    /** A failure after which nobody knows whether the server acted. */
    public Failure(String method, URI uri, String problem, @Nullable Throwable cause) {
      this.method = method;
      this.uri = uri;
      this.problem = problem;
      this.cause = cause;
    }

    /** The connection was never made. */
    public Failure notSent() {
      this.requestSent = false;
      return this;
    }

    /** The connection broke or could not be made, so the next attempt may succeed. */
    public Failure repeatable() {
      this.repeatable = true;
      return this;
    }

    private String sentence() {
      return method + " " + uri + " got no answer: " + problem;
    }
  }
}
