package io.github.xrayclient.error;

import java.net.URI;
import java.util.Objects;

/**
 * A write took effect, but what it stored could not be read afterwards: the answer to the write
 * cannot be used, or the read that follows it failed, which is the cause. Do not repeat the write;
 * read the object instead.
 */
public final class XrayReadBackException extends XrayException {
  private static final long serialVersionUID = 1L;

  /**
   * A write that took effect.
   *
   * @param method of the write
   * @param uri of the write
   * @param what was written, such as {@code policy "p"}
   * @param cause why it could not be read back
   */
  public XrayReadBackException(String method, URI uri, String what, XrayException cause) {
    super(
        method,
        uri,
        method
            + " "
            + uri
            + ": "
            + what
            + " was stored, but reading it back failed: "
            + cause.getMessage(),
        Objects.requireNonNull(cause, "cause"));
  }
}
