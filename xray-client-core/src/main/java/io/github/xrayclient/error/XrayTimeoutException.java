package io.github.xrayclient.error;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** No complete answer came in time. {@link #wholeCall()} says which limit was reached. */
public final class XrayTimeoutException extends XrayTransportException {
  private static final long serialVersionUID = 1L;

  private final boolean wholeCall;

  /**
   * An attempt that took too long.
   *
   * @param kind {@link XrayTransportException.Kind#CONNECT_TIMEOUT} if the connection could not
   *     be opened in time, otherwise {@link XrayTransportException.Kind#TIMEOUT}
   * @param problem what took too long; it becomes a part of the message
   */
  public XrayTimeoutException(
      Kind kind, String method, URI uri, String problem, @Nullable Throwable cause) {
    this(kind, method, uri, problem, cause, false);
  }

  XrayTimeoutException(
      Kind kind,
      String method,
      URI uri,
      String problem,
      @Nullable Throwable cause,
      boolean wholeCall) {
    super(kind, method, uri, problem, cause);
    this.wholeCall = wholeCall;
  }

  /**
   * True if the limit of the whole call ({@code totalTimeout}) was reached; false if it was the
   * limit of one attempt ({@code timeout}) or of opening a connection ({@code connectTimeout}).
   */
  public boolean wholeCall() {
    return wholeCall;
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return wholeCall && attempts() == 1 ? message + " (tried once)" : message;
  }
}
