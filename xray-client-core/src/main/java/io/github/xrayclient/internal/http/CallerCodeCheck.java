package io.github.xrayclient.internal.http;

import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Checks what an interceptor or a transport of the caller returns or throws. If it returns null, or
 * throws a checked exception, which languages other than Java allow undeclared, the call fails with
 * an {@link XrayTransportException} that names the class. The request counts as sent, since the
 * server may already have acted on it.
 */
final class CallerCodeCheck implements Interceptor {
  private final String name;
  private final Interceptor part;

  private CallerCodeCheck(String name, Interceptor part) {
    this.name = name;
    this.part = part;
  }

  /**
   * @param redact hides the client's credentials in a text
   * @throws IllegalStateException if the interceptor has no interceptor for this client
   */
  static Interceptor of(Interceptor interceptor, UnaryOperator<String> redact) {
    String name = "interceptor " + interceptor.getClass().getName();
    Interceptor part = interceptor.forClient(redact);
    if (part == null) {
      throw new IllegalStateException(
          "the " + name + " returned null from forClient(..); return an interceptor");
    }
    return new CallerCodeCheck(name, part);
  }

  /** Creates the check of a transport; it must be the last interceptor of the chain. */
  static Interceptor of(Transport transport) {
    return new CallerCodeCheck(
        "transport " + transport.getClass().getName(), (request, next) -> next.send(request));
  }

  /**
   * Closes a transport.
   *
   * @throws IllegalStateException if the transport throws a checked exception
   */
  static void close(Transport transport) {
    try {
      transport.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(
          "the transport " + transport.getClass().getName() + " cannot be closed: " + e, e);
    }
  }

  @Override
  public ApiResponse intercept(ApiRequest request, Transport next) {
    ApiResponse answer;
    try {
      answer = part.intercept(request, next);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw failure(request, "threw " + e, e);
    }
    if (answer == null) {
      throw failure(request, "returned null instead of an answer", null);
    }
    return answer;
  }

  private XrayTransportException failure(
      ApiRequest request, String problem, @Nullable Exception cause) {
    return new XrayTransportException(
        request.method(), request.uri(), "the " + name + " " + problem, cause);
  }
}
