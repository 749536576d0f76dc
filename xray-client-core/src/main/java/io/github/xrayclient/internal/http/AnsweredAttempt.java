package io.github.xrayclient.internal.http;

import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.CallListener.AnswerEvent;
import io.github.xrayclient.http.CallListener.AttemptEvent;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The event of an attempt that received a complete answer. */
final class AnsweredAttempt extends StartedAttempt implements AnswerEvent {
  private final int statusCode;
  private final Duration duration;
  private final @Nullable String requestId;
  private final long bodyBytes;

  AnsweredAttempt(
      AttemptEvent started, ApiResponse answer, Duration duration, Redaction redaction) {
    super(started);
    this.statusCode = answer.statusCode();
    this.duration = duration;
    this.requestId = answer.requestId().map(redaction::text).orElse(null);
    this.bodyBytes = answer.body().length;
  }

  @Override
  public int statusCode() {
    return statusCode;
  }

  @Override
  public Duration duration() {
    return duration;
  }

  @Override
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  @Override
  public long bodyBytes() {
    return bodyBytes;
  }

  @Override
  public String toString() {
    String id = requestId == null ? "" : ", request id " + requestId;
    return super.toString() + " answered " + statusCode + " in " + duration.toMillis() + " ms" + id;
  }
}
