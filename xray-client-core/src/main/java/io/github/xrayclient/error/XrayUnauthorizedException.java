package io.github.xrayclient.error;

import io.github.xrayclient.internal.error.Refusal;

/** 401: the credentials are missing, wrong or expired. */
public final class XrayUnauthorizedException extends XrayApiException {
  private static final long serialVersionUID = 1L;

  XrayUnauthorizedException(Refusal refusal) {
    super(refusal);
  }
}
