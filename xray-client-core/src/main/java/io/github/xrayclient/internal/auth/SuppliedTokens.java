package io.github.xrayclient.internal.auth;

import io.github.xrayclient.http.ApiRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tokens that a supplier of the caller returns. */
final class SuppliedTokens implements TokenSource {
  private final CallerSupplier<Grant> supplier;

  SuppliedTokens(Supplier<@Nullable Grant> supplier) {
    this.supplier = new CallerSupplier<>("token supplier", supplier);
  }

  @Override
  public Grant newToken(ApiRequest request) throws InterruptedException {
    return supplier.ask(request);
  }
}
