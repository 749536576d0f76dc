package io.github.xrayclient.error;

import io.github.xrayclient.internal.error.Refusal;

/** 429: too many requests, also after the retries. */
public final class XrayRateLimitedException extends XrayApiException {
  private static final long serialVersionUID = 1L;

  XrayRateLimitedException(Refusal refusal) {
    super(refusal);
  }
}
