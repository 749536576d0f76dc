package io.github.xrayclient.internal;

import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Attempt;
import io.github.xrayclient.http.CallListener;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import java.time.Duration;

/** Tells a listener of every attempt. */
final class ListenerInterceptor implements Interceptor {
  private final CallListener listener;

  ListenerInterceptor(CallListener listener) {
    this.listener = listener;
  }

  @Override
  public ApiResponse intercept(ApiRequest request, Transport next) {
    Attempt attempt = new Attempt(request);
    if (attempt.number() > 1) {
      listener.onRetry(attempt);
    }
    listener.onAttempt(attempt);
    long begin = System.nanoTime();
    ApiResponse answer;
    try {
      answer = next.send(request);
    } catch (XrayTransportException e) {
      listener.onFailure(attempt, since(begin), e);
      throw e;
    }
    listener.onAnswer(attempt, answer.statusCode(), since(begin), answer.requestId());
    return answer;
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
