package io.github.xrayclient.error;

/** No complete answer in time. */
public final class XrayTimeoutException extends XrayTransportException {
  private static final long serialVersionUID = 1L;

  /** One attempt that took too long. */
  public XrayTimeoutException(Failure failure) {
    super(failure);
  }

  @Override
  XrayTransportException copy(Failure failure) {
    return new XrayTimeoutException(failure);
  }
}
