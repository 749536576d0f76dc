package io.github.xrayclient.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.error.XrayTokenException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.internal.json.JsonProblem;
import io.github.xrayclient.internal.secret.Redactor;
import io.github.xrayclient.internal.secret.VisibleText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes texts of servers and of the JDK safe to show: it hides the client's credentials and puts a
 * message on one line. As an interceptor, it does this with the exceptions of the transport.
 */
public final class Redaction implements Interceptor {
  /** The largest number of characters that an exception keeps of one text. */
  public static final int KEPT = 8_192;

  /** The largest number of bytes of an unreadable body that are searched for a credential. */
  private static final int SEARCHED = 1 << 20;

  private static final int DEEPEST_CAUSE = 50;

  private final Redactor redactor;

  Redaction(Redactor redactor) {
    this.redactor = redactor;
  }

  @Override
  public ApiResponse intercept(ApiRequest request, Transport next) {
    try {
      return next.send(request);
    } catch (XrayTransportException e) {
      throw failure(e);
    }
  }

  public String text(String text) {
    return redactor.redact(text);
  }

  /** Returns the beginning of a text. The text is redacted before it is cut. */
  public String start(String text, int length) {
    return redactor.redactStart(text, length);
  }

  /**
   * Whether the body may contain a credential. This is assumed if the body is too large to be
   * searched. Jackson's messages are then not shown, since they may quote a part of the credential
   * that cannot be recognized.
   */
  public boolean mayBeIn(ApiResponse response) {
    byte[] body = response.body();
    if (body.length > SEARCHED) {
      return true;
    }
    String text = new String(body, StandardCharsets.UTF_8);
    return !text(text).equals(text);
  }

  public URI address(URI address) {
    return redactor.redact(address);
  }

  /** Returns the exception itself if it contains no secret, and otherwise a redacted copy. */
  XrayTransportException failure(XrayTransportException e) {
    URI uri = address(e.uri());
    String problem = text(e.problem());
    Throwable cause = e.getCause() == null ? null : cause(e.getCause());
    boolean clean =
        uri.equals(e.uri()) && problem.equals(e.problem()) && Objects.equals(cause, e.getCause());
    for (Throwable suppressed : e.getSuppressed()) {
      clean &= isClean(suppressed, 0);
    }
    if (clean) {
      return e;
    }
    XrayTransportException shown = like(e, uri, problem, cause);
    for (Throwable suppressed : e.getSuppressed()) {
      shown.addSuppressed(cause(suppressed));
    }
    return shown;
  }

  /** Returns a copy of an exception with redacted texts. */
  private static XrayTransportException like(
      XrayTransportException e, URI uri, String problem, @Nullable Throwable cause) {
    XrayTransportException other;
    if (e instanceof XrayTimeoutException) {
      XrayTimeoutException timeout =
          new XrayTimeoutException(e.kind(), e.method(), uri, problem, cause);
      boolean wholeCall = ((XrayTimeoutException) e).wholeCall();
      other = wholeCall ? ErrorAccess.get().ofWholeCall(timeout) : timeout;
    } else if (e instanceof XrayTokenException) {
      other = new XrayTokenException(e.method(), uri, problem, cause);
    } else {
      other = new XrayTransportException(e.kind(), e.method(), uri, problem, cause);
    }
    other.setStackTrace(e.getStackTrace());
    return ErrorAccess.get().afterAttempts(other, e.attempts());
  }

  /** Returns the cause itself if it contains no secret, and otherwise a redacted replacement. */
  public Throwable cause(Throwable cause) {
    return isClean(cause, 0) ? cause : redacted(cause, 0);
  }

  private boolean isClean(Throwable e, int depth) {
    if (depth > DEEPEST_CAUSE) {
      return false;
    }
    String own = ownText(e);
    if (own != null && !own.equals(shown(own))) {
      return false;
    }
    for (Throwable suppressed : e.getSuppressed()) {
      if (!isClean(suppressed, depth + 1)) {
        return false;
      }
    }
    return e.getCause() == null || isClean(e.getCause(), depth + 1);
  }

  private RedactedCause redacted(Throwable e, int depth) {
    String own = ownText(e);
    Throwable cause = depth < DEEPEST_CAUSE ? e.getCause() : null;
    RedactedCause redacted = new RedactedCause(
        e, own == null ? null : shown(own), cause == null ? null : redacted(cause, depth + 1));
    if (depth < DEEPEST_CAUSE) {
      for (Throwable suppressed : e.getSuppressed()) {
        redacted.addSuppressed(redacted(suppressed, depth + 1));
      }
    }
    return redacted;
  }

  /**
   * Returns the message. For exceptions of Jackson, it contains the JSON path instead of the
   * position in the source.
   */
  private static @Nullable String ownText(Throwable e) {
    if (e instanceof JsonMappingException) {
      JsonMappingException mapping = (JsonMappingException) e;
      return mapping.getOriginalMessage() + " (at " + JsonProblem.path(mapping) + ")";
    }
    return e instanceof JsonProcessingException
        ? ((JsonProcessingException) e).getOriginalMessage()
        : e.getMessage();
  }

  private String shown(String text) {
    return VisibleText.oneLine(start(text, KEPT));
  }
}
