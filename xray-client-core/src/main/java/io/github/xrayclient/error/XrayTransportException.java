package io.github.xrayclient.error;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** No complete answer came: not connected, connection broken, interrupted, or too large. */
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

  /** What happened, without the request: the end of the message. */
  public final String problem() {
    return problem;
  }

  /** How often the request was tried. */
  public final int attempts() {
    return attempts;
  }

  /**
   * False if the server certainly did not act on the request, since the connection was never made or
   * the server had only refused earlier attempts.
   */
  public final boolean requestSent() {
    return requestSent;
  }

  /** Whether the connection broke or was never made, so that a read may be asked once more. */
  public final boolean repeatable() {
    return repeatable;
  }

  /** Says that this was the last of so many attempts; for whoever repeats requests. */
  public final XrayTransportException afterAttempts(int attempts) {
    this.attempts = attempts;
    return this;
  }

  /** This failure with its stack trace, but in other words; for whoever hides a part of it. */
  public final XrayTransportException reworded(
      URI address, String words, @Nullable Throwable otherCause) {
    Failure failure = new Failure(method(), address, words, otherCause);
    failure.requestSent = requestSent;
    failure.repeatable = repeatable;
    XrayTransportException reworded = copy(failure).afterAttempts(attempts);
    reworded.setStackTrace(getStackTrace());
    return reworded;
  }

  XrayTransportException copy(Failure failure) {
    return new XrayTransportException(failure);
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

    /** The connection broke or could not be made, which may be otherwise the next time. */
    public Failure repeatable() {
      this.repeatable = true;
      return this;
    }

    private String sentence() {
      return method + " " + uri + " got no answer: " + problem;
    }
  }
}
