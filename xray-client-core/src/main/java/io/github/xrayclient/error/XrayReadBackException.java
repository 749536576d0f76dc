package io.github.xrayclient.error;

import java.net.URI;
import java.util.Objects;

/**
 * A write took effect, but the library could not read what the server stored. Either the answer to
 * the write cannot be used, or the read after it failed; {@link #getCause()} tells which. Do not
 * repeat the write; read the object instead.
 */
public final class XrayReadBackException extends XrayException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception for a write that took effect and could not be read back.
   *
   * @param method the HTTP method of the write
   * @param uri the URL of the write
   * @param what names the object that was written, such as {@code policy "p"}
   * @param cause why the object could not be read back
   */
  public XrayReadBackException(String method, URI uri, String what, XrayException cause) {
    super(
        method,
        uri,
        method
            + " "
            + uri
            + ": "
            + Objects.requireNonNull(what, "what")
            + " was stored, but reading it back failed: "
            + Objects.requireNonNull(cause, "cause").getMessage()
            + "; do not repeat the write, but read the object again",
        cause);
  }
}
