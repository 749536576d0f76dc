package io.github.xrayclient.internal.call;

import io.github.xrayclient.http.ApiCall;
import java.time.Duration;

/** What a service asks for unless the caller has chosen it for the client or by options. */
public final class CallDefaults {
  private CallDefaults() {}

  /** Limits each attempt if nobody else has limited it. */
  public static <T> ApiCall<T> timeout(ApiCall<T> call, Duration perAttempt) {
    return call.request().timeout().isPresent() ? call : call.timeout(perAttempt);
  }

  /** Asks for these types of content if nobody else has asked for some. */
  public static <T> ApiCall<T> accept(ApiCall<T> call, String types) {
    return call instanceof JsonCall
        ? ((JsonCall<T>) call).accepting(types)
        : call.header("Accept", types);
  }
}
