package io.github.xrayclient.error;

import java.net.URI;

/** 404: no such object, or a path that this server's version does not have. */
public final class XrayNotFoundException extends XrayApiException {
  private static final long serialVersionUID = 1L;

  XrayNotFoundException(Refusal refusal) {
    super(refusal);
  }

  /** For an object that the server still gives, marked as deleted. */
  public static XrayNotFoundException deleted(String method, URI uri) {
    return new XrayNotFoundException(
        new Refusal(method, uri, 404).reason("the server has it as deleted"));
  }
}
