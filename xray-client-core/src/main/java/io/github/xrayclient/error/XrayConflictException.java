package io.github.xrayclient.error;

import io.github.xrayclient.internal.error.ErrorAnswer;

/**
 * The request conflicts with what the server already has (status 409), usually because an object
 * with the same name exists. Choose another name, or edit the existing object.
 */
public final class XrayConflictException extends XrayApiException {
  private static final long serialVersionUID = 1L;

  XrayConflictException(ErrorAnswer answer) {
    super(answer);
  }
}
