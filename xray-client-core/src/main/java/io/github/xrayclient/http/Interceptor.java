package io.github.xrayclient.http;

/**
 * Stands before the transport and sees every attempt: credentials, retries, tracing and metrics are
 * interceptors. It may change the request, answer by itself, or ask {@code next} any number of
 * times. Must be thread-safe.
 */
@FunctionalInterface
public interface Interceptor {
  /** Answers the request, as a rule by {@code next.send(request)}. */
  ApiResponse intercept(ApiRequest request, Transport next);
}
