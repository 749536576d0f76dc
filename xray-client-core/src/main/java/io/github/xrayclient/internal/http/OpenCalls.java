package io.github.xrayclient.internal.http;

import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.internal.transport.InFlight;
import io.github.xrayclient.internal.transport.Interruption;

/**
 * Ends calls when their client is closed, whatever it is that they wait for: a supplier of tokens,
 * an interceptor or a transport of the caller.
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
