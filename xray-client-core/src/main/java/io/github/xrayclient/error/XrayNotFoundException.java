package io.github.xrayclient.error;

/** 404: no such object, or a path that this server's version does not have. */
public final class XrayNotFoundException extends XrayApiException {
  private static final long serialVersionUID = 1L;

  XrayNotFoundException(Refusal refusal) {
    super(refusal);
  }
}
