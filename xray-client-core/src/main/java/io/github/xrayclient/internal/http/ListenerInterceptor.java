package io.github.xrayclient.internal.http;

import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Attempt;
import io.github.xrayclient.http.CallListener;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Consumer;

/** Tells a listener of every attempt. What the listener throws is logged and changes nothing. */
final class ListenerInterceptor implements Interceptor {
  private static final Logger LOG = System.getLogger("io.github.xrayclient");

  private final String name;
  private final CallListener listener;

  private ListenerInterceptor(String name, CallListener listener) {
    this.name = name;
    this.listener = listener;
  }

  static ListenerInterceptor of(CallListener listener) {
    return of(listener, listener);
  }

  /**
   * @param callers names the listener in the log
   * @param told hears of the attempts in its place
   */
  static ListenerInterceptor of(CallListener callers, CallListener told) {
    return new ListenerInterceptor(callers.getClass().getName(), told);
  }

  @Override
  public ApiResponse intercept(ApiRequest request, Transport next) {
    Attempt attempt = new Attempt(request);
    if (attempt.number() > 1) {
      tell(heard -> heard.onRetry(attempt));
    }
    tell(heard -> heard.onAttempt(attempt));
    long begin = System.nanoTime();
    ApiResponse answer;
    try {
      answer = next.send(request);
    } catch (RuntimeException e) {
      Duration duration = since(begin);
      tell(heard -> heard.onFailure(attempt, duration, transportFailure(attempt, e)));
      throw e;
    }
    Duration duration = since(begin);
    tell(heard -> heard.onAnswer(attempt, answer.statusCode(), duration, answer.requestId()));
    return answer;
  }

  /** Listeners take only this type, while the caller's own code may throw any unchecked exception. */
  private static XrayTransportException transportFailure(Attempt attempt, RuntimeException e) {
    return e instanceof XrayTransportException
        ? (XrayTransportException) e
        : new XrayTransportException(new XrayTransportException.Failure(
            attempt.method(), attempt.uri(), "the attempt was ended by " + e, e));
  }

  private void tell(Consumer<CallListener> event) {
    try {
      event.accept(listener);
    } catch (VirtualMachineError e) {
      throw e; // the whole JVM is in trouble, not the listener alone
    } catch (Throwable e) {
      if (e instanceof InterruptedException || e.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt(); // it was meant for the call, which must still end
      }
      log(e);
    }
  }

  private void log(Throwable thrown) {
    try {
      LOG.log(
          Level.WARNING,
          "the call listener " + name + " failed, which does not affect the call",
          thrown);
    } catch (RuntimeException brokenLogger) {
      // A logger must not change the call either, and there is no other place to report this.
    }
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
