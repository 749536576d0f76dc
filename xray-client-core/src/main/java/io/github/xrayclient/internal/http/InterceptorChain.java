package io.github.xrayclient.internal.http;

import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import java.nio.file.Path;
import java.util.List;

/** A transport that calls an interceptor, which then calls the next transport. */
final class InterceptorChain implements Transport {
  private final Interceptor interceptor;
  private final Transport next;

  private InterceptorChain(Interceptor interceptor, Transport next) {
    this.interceptor = interceptor;
    this.next = next;
  }

  /**
   * Returns a transport that calls these interceptors, the first one first, and then the given
   * transport.
   */
  static Transport of(List<Interceptor> interceptors, Transport transport) {
    Transport chain = transport;
    for (int i = interceptors.size() - 1; i >= 0; i--) {
      chain = new InterceptorChain(interceptors.get(i), chain);
    }
    return chain;
  }

  @Override
  public ApiResponse send(ApiRequest request) {
    return interceptor.intercept(request, next);
  }

  @Override
  public ApiResponse download(ApiRequest request, Path file) {
    return interceptor.intercept(request, new Download(next, file));
  }

  @Override
  public void close() {
    next.close();
  }

  /**
   * A transport whose {@code send} downloads to a file, so that interceptors also see downloads.
   */
  private static final class Download implements Transport {
    private final Transport next;
    private final Path file;

    Download(Transport next, Path file) {
      this.next = next;
      this.file = file;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
      return next.download(request, file);
    }

    @Override
    public void close() {
      next.close();
    }
  }
}
