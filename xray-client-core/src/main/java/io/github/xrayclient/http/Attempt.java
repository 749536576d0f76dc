package io.github.xrayclient.http;

import java.net.URI;

/** One attempt of a request, as a listener sees it: no header, no body, no secret. */
public final class Attempt {
  private final String method;
  private final URI uri;
  private final int number;

  /** The attempt that this request is. */
  public Attempt(ApiRequest request) {
    this.method = request.method();
    this.uri = request.uri();
    this.number = request.attempt();
  }

  /** The method of the request. */
  public String method() {
    return method;
  }

  /** Where the request goes. */
  public URI uri() {
    return uri;
  }

  /** Counted from 1. */
  public int number() {
    return number;
  }

  @Override
  public String toString() {
    return method + " " + uri + " (attempt " + number + ")";
  }
}
