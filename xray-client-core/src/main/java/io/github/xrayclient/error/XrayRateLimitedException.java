package io.github.xrayclient.error;

import io.github.xrayclient.internal.error.ErrorAnswer;

/**
 * The client sent too many requests (status 429), and the retries did not help. Wait for {@link
 * #retryAfter()}, or send fewer requests.
 */
public final class XrayRateLimitedException extends XrayApiException {
  private static final long serialVersionUID = 1L;

  XrayRateLimitedException(ErrorAnswer answer) {
    super(answer);
  }
}
