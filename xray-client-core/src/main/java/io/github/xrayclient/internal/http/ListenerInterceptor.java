package io.github.xrayclient.internal.http;

import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.CallListener;
import io.github.xrayclient.http.CallListener.AttemptEvent;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells the listeners about every attempt. The first listener is told first about a start, and last
 * about an end, as if the listeners were interceptors. The events contain no secrets.
 */
final class ListenerInterceptor implements Interceptor, RetryInterceptor.Observer {
  private final Redaction redaction;
  private final boolean onlyLog;
  private final List<GuardedListener> listeners = new ArrayList<>();

  ListenerInterceptor(Redaction redaction, List<CallListener> listeners) {
    this.redaction = redaction;
    this.onlyLog = listeners.isEmpty();
    this.listeners.add(new GuardedListener(new DebugLog(redaction)));
    listeners.forEach(listener -> this.listeners.add(new GuardedListener(listener)));
  }

  @Override
  public ApiResponse intercept(ApiRequest request, Transport next) {
    if (nobodyListens()) {
      return next.send(request);
    }
    AttemptEvent started = new StartedAttempt(request, Instant.now(), redaction);
    tellBeginning(listener -> listener.onAttempt(started));
    long begin = System.nanoTime();
    ApiResponse answer;
    try {
      answer = next.send(request);
    } catch (RuntimeException e) {
      Duration duration = since(begin);
      FailedAttempt failed = new FailedAttempt(started, e, duration, redaction);
      tellEnd(listener -> listener.onFailure(failed));
      throw e;
    }
    Duration duration = since(begin);
    AnsweredAttempt answered = new AnsweredAttempt(started, answer, duration, redaction);
    tellEnd(listener -> listener.onAnswer(answered));
    return answer;
  }

  @Override
  public void repeatsAfterAnswer(
      ApiRequest attempt, Instant startedAt, ApiResponse answer, Duration wait) {
    if (!nobodyListens()) {
      AttemptEvent started = new StartedAttempt(attempt, startedAt, redaction);
      RepeatedAttempt repeated = RepeatedAttempt.afterStatus(started, answer.statusCode(), wait);
      tellEnd(listener -> listener.onRetry(repeated));
    }
  }

  @Override
  public void repeatsAfterFailure(
      ApiRequest attempt, Instant startedAt, XrayTransportException failure, Duration wait) {
    if (!nobodyListens()) {
      AttemptEvent started = new StartedAttempt(attempt, startedAt, redaction);
      XrayTransportException shown = redaction.failure(failure);
      RepeatedAttempt repeated = RepeatedAttempt.afterFailure(started, shown, wait);
      tellEnd(listener -> listener.onRetry(repeated));
    }
  }

  private boolean nobodyListens() {
    return onlyLog && !DebugLog.isOn();
  }

  private void tellBeginning(Consumer<CallListener> event) {
    for (GuardedListener listener : listeners) {
      listener.tell(event);
    }
  }

  private void tellEnd(Consumer<CallListener> event) {
    for (int i = listeners.size() - 1; i >= 0; i--) {
      listeners.get(i).tell(event);
    }
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
