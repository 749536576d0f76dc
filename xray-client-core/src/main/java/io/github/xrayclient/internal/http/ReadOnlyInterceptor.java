package io.github.xrayclient.internal.http;

import io.github.xrayclient.error.XrayReadOnlyException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import java.util.Set;

/**
 * Refuses every request that may change something: all but GET, HEAD, OPTIONS and POST requests
 * that are marked as read-only.
 */
final class ReadOnlyInterceptor implements Interceptor {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private final Redaction redaction;

  ReadOnlyInterceptor(Redaction redaction) {
    this.redaction = redaction;
  }

  @Override
  public ApiResponse intercept(ApiRequest request, Transport next) {
    boolean search = request.method().equals("POST") && request.isReadOnly();
    if (!search && !READS.contains(request.method())) {
      throw new XrayReadOnlyException(request.method(), redaction.address(request.uri()));
    }
    return next.send(request);
  }
}
