package io.github.xrayclient.internal.http;

import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.CallListener.AttemptEvent;
import java.net.URI;
import java.time.Instant;

/** The data that all events of an attempt have. The URL is redacted. */
class StartedAttempt implements AttemptEvent {
  private final String method;
  private final URI uri;
  private final String pathTemplate;
  private final int attempt;
  private final Instant startedAt;

  StartedAttempt(ApiRequest request, Instant startedAt, Redaction redaction) {
    this.method = request.method();
    this.uri = redaction.address(request.uri()); // the URL of a redirect may contain a token
    this.pathTemplate = request.pathTemplate();
    this.attempt = request.attempt();
    this.startedAt = startedAt;
  }

  StartedAttempt(AttemptEvent other) {
    this.method = other.method();
    this.uri = other.uri();
    this.pathTemplate = other.pathTemplate();
    this.attempt = other.attempt();
    this.startedAt = other.startedAt();
  }

  @Override
  public final String method() {
    return method;
  }

  @Override
  public final URI uri() {
    return uri;
  }

  @Override
  public final String pathTemplate() {
    return pathTemplate;
  }

  @Override
  public final String operation() {
    return method + " " + pathTemplate;
  }

  @Override
  public final int attempt() {
    return attempt;
  }

  @Override
  public final Instant startedAt() {
    return startedAt;
  }

  @Override
  public String toString() {
    return method + " " + uri + " (attempt " + attempt + ")";
  }
}
