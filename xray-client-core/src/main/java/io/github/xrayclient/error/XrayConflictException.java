package io.github.xrayclient.error;

import io.github.xrayclient.internal.error.Refusal;

/** 409: the name is taken. */
public final class XrayConflictException extends XrayApiException {
  private static final long serialVersionUID = 1L;

  XrayConflictException(Refusal refusal) {
    super(refusal);
  }
}
