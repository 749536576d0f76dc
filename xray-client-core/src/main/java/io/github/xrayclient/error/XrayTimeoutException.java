package io.github.xrayclient.error;

/** No complete answer in time. {@link #wholeCall()} tells which limit was reached. */
public final class XrayTimeoutException extends XrayTransportException {
  private static final long serialVersionUID = 1L;

  private final boolean wholeCall;

  /** One attempt that took too long. */
  public XrayTimeoutException(Failure failure) {
    this(failure, false);
  }

  private XrayTimeoutException(Failure failure, boolean wholeCall) {
    super(failure);
    this.wholeCall = wholeCall;
  }

  /** A call whose attempts and waits took too long all in all. */
  public static XrayTimeoutException ofWholeCall(Failure failure) {
    return new XrayTimeoutException(failure, true);
  }

  /**
   * True if the limit of the whole call was reached, its {@code totalTimeout}; false if the limit of
   * one attempt was, its {@code timeout} or the client's {@code connectTimeout}.
   */
  public boolean wholeCall() {
    return wholeCall;
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return wholeCall && attempts() == 1 ? message + " (tried once)" : message;
  }

  @Override
  XrayTransportException copy(Failure failure) {
    return new XrayTimeoutException(failure, wholeCall);
  }
}
