package io.github.xrayclient.error;

import io.github.xrayclient.internal.error.ErrorAnswer;

/**
 * The server refused the request as invalid (status 400). {@link #messages()} usually states what
 * is wrong with it; correct the request before you send it again.
 */
public final class XrayBadRequestException extends XrayApiException {
  private static final long serialVersionUID = 1L;

  XrayBadRequestException(ErrorAnswer answer) {
    super(answer);
  }
}
