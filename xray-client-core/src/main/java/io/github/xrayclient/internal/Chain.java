package io.github.xrayclient.internal;

import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import java.util.List;

/** A transport behind an interceptor. */
final class Chain implements Transport {
  private final Interceptor interceptor;
  private final Transport next;

  private Chain(Interceptor interceptor, Transport next) {
    this.interceptor = interceptor;
    this.next = next;
  }

  /** The transport behind all of these, the first outermost. */
  static Transport of(List<Interceptor> interceptors, Transport transport) {
    Transport chain = transport;
    for (int i = interceptors.size() - 1; i >= 0; i--) {
      chain = new Chain(interceptors.get(i), chain);
    }
    return chain;
  }

  @Override
  public ApiResponse send(ApiRequest request) {
    return interceptor.intercept(request, next);
  }

  @Override
  public void close() {
    next.close();
  }
}
