package io.github.xrayclient.error;

/** No complete answer came in time. {@link #wholeCall()} says which limit was reached. */
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

  /** A call whose attempts and waits together took too long. */
  public static XrayTimeoutException ofWholeCall(Failure failure) {
    return new XrayTimeoutException(failure, true);
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
