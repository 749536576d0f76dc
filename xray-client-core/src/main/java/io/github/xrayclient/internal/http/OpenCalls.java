package io.github.xrayclient.internal.http;

import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.internal.transport.InFlight;
import io.github.xrayclient.internal.transport.Interruption;

/**
 * Interrupts open calls when their client is closed, even while they wait for code of the caller.
 */
final class OpenCalls implements Interceptor {
  private final InFlight calls = new InFlight();

  @Override
  public ApiResponse intercept(ApiRequest request, Transport next) {
    Interruption call = calls.begin();
    try {
      return next.send(request);
    } finally {
      calls.end(call);
    }
  }

  void close() {
    calls.close();
  }
}
