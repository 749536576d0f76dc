package io.github.xrayclient.internal.http;

import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Checks what an interceptor or a transport of the caller returns or throws. Null, and checked
 * exceptions, which languages other than Java can throw undeclared, become an {@link
 * XrayTransportException} that names the class. It says that the request may have been sent, since
 * the server may have acted by then.
 */
final class CallerCodeCheck implements Interceptor {
  private final String name;
  private final Interceptor part;

  private CallerCodeCheck(String name, Interceptor part) {
    this.name = name;
    this.part = part;
  }

  static Interceptor of(Interceptor interceptor) {
    return new CallerCodeCheck("interceptor " + interceptor.getClass().getName(), interceptor);
  }

  /** The check that stands directly before this transport. */
  static Interceptor of(Transport transport) {
    return new CallerCodeCheck(
        "transport " + transport.getClass().getName(), (request, next) -> next.send(request));
  }

  /**
   * Closes a transport, which may throw any exception.
   *
   * @throws IllegalStateException for a checked exception
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
