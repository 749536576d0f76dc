package io.github.xrayclient.internal.auth;

import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayTokenException;
import io.github.xrayclient.http.ApiRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls a supplier of the caller. Its own exceptions reach the caller, but exceptions of this
 * library do not, since they would look like the answer to the request that needs the token.
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
   * Returns what the supplier returns. If the call has a time limit, the supplier runs on a separate
   * thread, so that the limit applies even if the supplier ignores interrupts.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  T ask(ApiRequest request) throws InterruptedException {
    try {
      T supplied = request.totalTimeout().isPresent()
          ? new SeparateThread<>("xray-client-token", supplier::get).result()
          : supplier.get();
      if (supplied == null) {
        throw new IllegalArgumentException(
            "the " + name + " returned null; it must return a token or throw an exception");
      }
      return supplied;
    } catch (XrayException e) {
      throw failed(request, "the " + name + " failed: " + e.getMessage(), e);
    } catch (RuntimeException | InterruptedException e) {
      throw e;
    } catch (Exception e) { // languages other than Java allow undeclared checked exceptions
      throw failed(request, "the " + name + " threw " + e, e);
    }
  }

  private static XrayTokenException failed(ApiRequest request, String problem, Exception e) {
    return new XrayTokenException(request.method(), request.uri(), problem, e);
  }
}
