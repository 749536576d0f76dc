package io.github.xrayclient.error;

import io.github.xrayclient.internal.error.ErrorAnswer;

/**
 * The object does not exist, or this version of the server does not have the endpoint (status 404).
 * Some servers also answer 404 if a permission is missing. It is also thrown if no object of a
 * listing has the name or the id that was asked for; the message then says so.
 */
public final class XrayNotFoundException extends XrayApiException {
  private static final long serialVersionUID = 1L;

  XrayNotFoundException(ErrorAnswer answer) {
    super(answer);
  }
}
