package io.github.xrayclient.error;

import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.remedy.Remediable;
import io.github.xrayclient.remedy.Remedy;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The superclass of all exceptions that a failed call throws. The message is one line that names
 * the request and the reason. Neither the message nor any accessor contains a credential, a request
 * header or a request body.
 */
public abstract class XrayException extends RuntimeException implements Remediable {
  private static final long serialVersionUID = 1L;

  private final String method;
  private final URI uri;
  private final String problem;
  private final @Nullable Remedy remedy;

  XrayException(String method, URI uri, String problem, @Nullable Throwable cause) {
    this(method, uri, problem, null, cause);
  }

  XrayException(
      String method, URI uri, String problem, @Nullable Remedy remedy, @Nullable Throwable cause) {
    super(VisibleText.oneLine(remedy == null ? problem : remedy.after(problem)));
    if (cause != null) {
      initCause(cause);
    }
    this.method = Objects.requireNonNull(method, "method");
    this.uri = Objects.requireNonNull(uri, "uri");
    this.problem = VisibleText.oneLine(problem);
    this.remedy = remedy;
  }

  /** The request and the reason for its failure, on one line; never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /**
   * The reason for the failure, without what can be done about it. It names the request, unless the
   * class of the exception says something else.
   */
  @Override
  public String problem() {
    return problem;
  }

  @Override
  public final Optional<Remedy> remedy() {
    return Optional.ofNullable(remedy);
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
