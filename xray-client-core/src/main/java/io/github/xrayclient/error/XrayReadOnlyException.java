package io.github.xrayclient.error;

import io.github.xrayclient.remedy.Remedy;
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
    super(method, uri, problem(method, uri), remedy(method), null);
  }

  private static String problem(String method, URI uri) {
    return method + " " + uri
        + " was not sent, because this client is read-only and refuses every write";
  }

  private static Remedy remedy(String method) {
    String search = Objects.requireNonNull(method, "method").equals("POST")
        ? ", or mark the call with readOnly() if this POST only searches"
        : "";
    return Remedy.of(
        Remedy.Kind.ALLOW_WRITES,
        "use a client that was built without readOnly() to make the change" + search);
  }
}
