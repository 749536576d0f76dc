package io.github.xrayclient.error;

import io.github.xrayclient.remedy.Remedy;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * No complete answer came within a time limit. {@link #wholeCall()} tells which limit: that of the
 * whole call, or that of one attempt. {@link #isRequestSent()} tells whether the server may have
 * acted on the request. If the limit is too short for the request, raise it in the client's builder
 * or in {@code CallOptions}.
 */
public final class XrayTimeoutException extends XrayTransportException {
  private static final long serialVersionUID = 1L;

  private final boolean wholeCall;

  /**
   * Creates the exception for an attempt that took too long.
   *
   * @param kind {@link XrayTransportException.Kind#CONNECT_TIMEOUT} if the connection could not be
   *     opened in time, otherwise {@link XrayTransportException.Kind#TIMEOUT}
   * @param method the HTTP method of the request
   * @param uri the URL of the request
   * @param problem what took too long; it becomes a part of the message
   * @param cause the exception of the HTTP client, if there is one
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
    super(kind, method, uri, problem, remedy(kind, wholeCall), cause);
    this.wholeCall = wholeCall;
  }

  private static @Nullable Remedy remedy(Kind kind, boolean wholeCall) {
    return wholeCall
        ? Remedy.of(Remedy.Kind.RAISE_TIME_LIMIT, "raise totalTimeout if it needs longer")
        : Objects.requireNonNull(kind, "kind").remedy;
  }

  /**
   * Whether the limit of the whole call ({@code totalTimeout}) was reached. If false, it was the
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
