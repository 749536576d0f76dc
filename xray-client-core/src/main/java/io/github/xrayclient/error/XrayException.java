package io.github.xrayclient.error;

import io.github.xrayclient.internal.secret.VisibleText;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The superclass of all exceptions that a failed call throws. The message is one line that names
 * the request and the reason. Neither the message nor any accessor contains a credential, a request
 * header or a request body.
 */
public abstract class XrayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String method;
  private final URI uri;

  XrayException(String method, URI uri, String message, @Nullable Throwable cause) {
    super(VisibleText.oneLine(message));
    if (cause != null) {
      initCause(cause);
    }
    this.method = Objects.requireNonNull(method, "method");
    this.uri = Objects.requireNonNull(uri, "uri");
  }

  /** The request and the reason for its failure, on one line; never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** The HTTP method of the request, such as {@code GET}. */
  public final String method() {
    return method;
  }

  /** The URL of the request. Credentials in it are replaced by {@code ***}. */
  public final URI uri() {
    return uri;
  }
}
