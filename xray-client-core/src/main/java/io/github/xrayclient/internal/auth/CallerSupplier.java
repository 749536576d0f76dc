package io.github.xrayclient.internal.auth;

import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayTokenException;
import io.github.xrayclient.http.ApiRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls a supplier of the caller. If it fails in any way, the call that needs the token throws an
 * {@link XrayTokenException}, so that it looks neither like the answer to the request nor like a
 * request that was perhaps sent.
 */
final class CallerSupplier<T> {
  private final String name;
  private final Supplier<? extends @Nullable T> supplier;

  /**
   * @param name what the supplier is in a message, such as "token supplier"
   */
  CallerSupplier(String name, Supplier<? extends @Nullable T> supplier) {
    this.name = name;
    this.supplier = supplier;
  }

  /**
   * Returns what the supplier returns. If the call has a time limit, the supplier runs on a
   * separate thread, so that the limit applies even if the supplier ignores interrupts.
   *
   * @throws InterruptedException if the thread is interrupted
   * @throws XrayTokenException if the supplier throws an exception or returns null
   */
  T ask(ApiRequest request) throws InterruptedException {
    T supplied;
    try {
      supplied = request.totalTimeout().isPresent()
          ? new SeparateThread<>("xray-client-token", supplier::get).result()
          : supplier.get();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) { // languages other than Java allow undeclared checked exceptions
      String problem = e instanceof XrayException ? " failed: " + e.getMessage() : " threw " + e;
      throw failed(request, "the " + name + problem, e);
    }
    if (supplied == null) {
      throw failed(
          request,
          "the " + name + " returned null; it must return a token or throw an exception",
          null);
    }
    return supplied;
  }

  private static XrayTokenException failed(
      ApiRequest request, String problem, @Nullable Exception cause) {
    return new XrayTokenException(request.method(), request.uri(), problem, cause);
  }
}
