package io.github.xrayclient.error;

import io.github.xrayclient.internal.error.Refusal;

/** 404: no such object, or a path that this server's version does not have. */
public final class XrayNotFoundException extends XrayApiException {
  private static final long serialVersionUID = 1L;

  XrayNotFoundException(Refusal refusal) {
    super(refusal);
  }
}
