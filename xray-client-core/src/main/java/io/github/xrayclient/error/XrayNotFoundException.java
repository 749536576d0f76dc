package io.github.xrayclient.error;

import java.net.URI;

/** 404: no such object, or a path that this server's version does not have. */
public final class XrayNotFoundException extends XrayApiException {
  private static final long serialVersionUID = 1L;

  XrayNotFoundException(Refusal refusal) {
    super(refusal);
  }

  /** For an object that is not there, though the server did not answer 404. */
  public static XrayNotFoundException of(String method, URI uri, String reason) {
    return new XrayNotFoundException(new Refusal(method, uri, 404).reason(reason));
  }
}
