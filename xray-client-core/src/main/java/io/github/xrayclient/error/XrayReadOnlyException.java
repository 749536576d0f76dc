package io.github.xrayclient.error;

import java.net.URI;
import java.util.Objects;

/**
 * A read-only client refused a write. Nothing was sent and no token was asked for, so the server is
 * unchanged. To make the change, use a client that was built without {@code readOnly()}.
 */
public final class XrayReadOnlyException extends XrayException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception for a write that was not sent.
   *
   * @param method the HTTP method of the write
   * @param uri the URL of the write
   */
  public XrayReadOnlyException(String method, URI uri) {
    super(method, uri, sentence(method, uri), null);
  }

  private static String sentence(String method, URI uri) {
    String search = Objects.requireNonNull(method, "method").equals("POST")
        ? ", or mark the call with readOnly() if this POST only searches"
        : "";
    return method
        + " "
        + uri
        + " was not sent, because this client is read-only and refuses every write;"
        + " use a client that was built without readOnly() to make the change"
        + search;
  }
}
