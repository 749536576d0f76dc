package io.github.xrayclient.error;

import io.github.xrayclient.internal.error.ErrorAnswer;

/**
 * The server refused the request (status 403), because a permission or a license is missing, or
 * because a download is blocked.
 */
public final class XrayForbiddenException extends XrayApiException {
  private static final long serialVersionUID = 1L;

  XrayForbiddenException(ErrorAnswer answer) {
    super(answer);
  }
}
