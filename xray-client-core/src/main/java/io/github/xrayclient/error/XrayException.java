package io.github.xrayclient.error;

import io.github.xrayclient.internal.secret.VisibleText;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not give its result. The message is one line that names the request and the
 * reason; neither it nor any accessor holds a credential, a request header or a request body.
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

  /** What happened to which request, in one line; never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** The method of the request: {@code GET}, {@code PUT}, … */
  public final String method() {
    return method;
  }

  /** Where the request went. */
  public final URI uri() {
    return uri;
  }
}
