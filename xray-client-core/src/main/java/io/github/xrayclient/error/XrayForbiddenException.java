package io.github.xrayclient.error;

import io.github.xrayclient.internal.error.Refusal;

/** 403: a permission or entitlement is missing, or a download is blocked. */
public final class XrayForbiddenException extends XrayApiException {
  private static final long serialVersionUID = 1L;

  XrayForbiddenException(Refusal refusal) {
    super(refusal);
  }
}
