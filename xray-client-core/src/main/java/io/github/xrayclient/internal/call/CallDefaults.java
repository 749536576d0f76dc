package io.github.xrayclient.internal.call;

import io.github.xrayclient.http.ApiCall;
import java.time.Duration;

/**
 * Defaults of single calls, which apply if the caller has set nothing for the client or by options.
 */
public final class CallDefaults {
  private CallDefaults() {}

  /** Limits the time of each attempt, unless a limit is set. */
  public static <T> ApiCall<T> timeout(ApiCall<T> call, Duration perAttempt) {
    return call.request().timeout().isPresent() ? call : call.timeout(perAttempt);
  }

  /** Asks for these content types, unless an {@code Accept} header is set. */
  public static <T> ApiCall<T> accept(ApiCall<T> call, String types) {
    return call instanceof JsonCall
        ? ((JsonCall<T>) call).accepting(types)
        : call.header("Accept", types);
  }
}
