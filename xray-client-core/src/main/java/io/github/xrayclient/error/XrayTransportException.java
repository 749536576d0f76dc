package io.github.xrayclient.error;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** No complete answer came: not connected, connection broken, interrupted, or too large. */
public class XrayTransportException extends XrayException {
  private static final long serialVersionUID = 1L;

  private final boolean requestSent;
  private final boolean repeatable;
  private final int attempts;
  private final String problem;

  /** One attempt that failed; see {@link Failure} for what can be said of it. */
  public XrayTransportException(Failure failure) {
    super(failure.method, failure.uri, failure.sentence(), failure.cause);
    this.requestSent = failure.requestSent;
    this.repeatable = failure.repeatable;
    this.attempts = failure.attempts;
    this.problem = failure.problem;
  }

  /** How often the request was tried. */
  public final int attempts() {
    return attempts;
  }

  /** False if the connection was never made, so that the server surely has not acted. */
  public final boolean requestSent() {
    return requestSent;
  }

  /** Whether the connection broke or was never made, so that a read may be asked once more. */
  public final boolean repeatable() {
    return repeatable;
  }

  /** The same failure, as the last of this many attempts. */
  public XrayTransportException afterAttempts(int attempts) {
    return attempts == this.attempts ? this : new XrayTransportException(failure(attempts));
  }

  final Failure failure(int attempts) {
    Failure failure = new Failure(method(), uri(), problem, getCause());
    failure.requestSent = requestSent;
    failure.repeatable = repeatable;
    failure.attempts = attempts;
    return failure;
  }

  /** What is known of an attempt that failed. */
  public static final class Failure {
    private final String method;
    private final URI uri;
    private final String problem;
    private final @Nullable Throwable cause;
    private boolean requestSent = true;
    private boolean repeatable;
    private int attempts = 1;

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
      String tried = attempts > 1 ? " (tried " + attempts + " times)" : "";
      return method + " " + uri + " got no answer: " + problem + tried;
    }
  }
}
