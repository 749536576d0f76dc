package io.github.xrayclient.error;

import io.github.xrayclient.internal.error.Refusal;

/** 400: the server refuses what was asked, and says why. */
public final class XrayBadRequestException extends XrayApiException {
  private static final long serialVersionUID = 1L;

  XrayBadRequestException(Refusal refusal) {
    super(refusal);
  }
}
