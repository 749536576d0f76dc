package io.github.xrayclient.error;

import io.github.xrayclient.internal.error.ErrorAnswer;

/**
 * The server did not accept the credentials (status 401): they are missing, wrong or expired.
 * Create a client with valid credentials.
 */
public final class XrayUnauthorizedException extends XrayApiException {
  private static final long serialVersionUID = 1L;

  XrayUnauthorizedException(ErrorAnswer answer) {
    super(answer);
  }
}
