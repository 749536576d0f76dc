package io.github.xrayclient.http;

import io.github.xrayclient.error.XrayTransportException;

/**
 * Stands before the transport and sees every attempt: credentials, retries, tracing and metrics are
 * interceptors. It may change the request, answer by itself, or ask {@code next} any number of
 * times. Must be thread-safe.
 */
@FunctionalInterface
public interface Interceptor {
  /**
   * Answers the request, usually by {@code next.send(request)}. An unchecked exception ends the call
   * and reaches its caller unchanged. If this method returns null or throws an undeclared checked
   * exception, the caller gets an {@link XrayTransportException} that names this class.
   */
  ApiResponse intercept(ApiRequest request, Transport next);
}
