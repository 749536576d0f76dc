package io.github.xrayclient.internal.call;

import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.CallOptions;
import java.time.Duration;

/** Measures how much time is left for a call, beginning when the object is created. Immutable. */
final class TimeLeft {
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final long begin = System.nanoTime();
  private final ApiRequest request;

  TimeLeft(ApiRequest request) {
    this.request = request;
  }

  /**
   * Limits a further request to the time that is left for the whole call. The limit is at least 1
   * ms, so that the request fails because of a timeout and not because of a wrong argument.
   */
  CallOptions limits() {
    CallOptions limits =
        request.timeout().map(CallOptions.none()::timeout).orElse(CallOptions.none());
    return request
        .totalTimeout()
        .map(limit -> limit.minusNanos(System.nanoTime() - begin))
        .map(left -> left.compareTo(MOMENT) < 0 ? MOMENT : left)
        .map(limits::totalTimeout)
        .orElse(limits);
  }
}
