package io.github.xrayclient.error;

/** 409: the name is taken. */
public final class XrayConflictException extends XrayApiException {
  private static final long serialVersionUID = 1L;

  XrayConflictException(Refusal refusal) {
    super(refusal);
  }
}
