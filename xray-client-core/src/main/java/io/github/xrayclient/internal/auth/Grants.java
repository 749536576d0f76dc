package io.github.xrayclient.internal.auth;

import io.github.xrayclient.http.ApiRequest;

/** Gives each request the headers with which the client logs in. */
public interface Grants {
  /**
   * Returns the grant for a request.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  Grant get(ApiRequest request) throws InterruptedException;

  /**
   * Returns the grant to use after the server refused this one. Its headers are equal to the
   * refused ones if there are no others.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  Grant insteadOf(Grant refused, ApiRequest request) throws InterruptedException;

  /** Returns the same headers for every request. */
  static Grants fixed(Grant grant) {
    return new Grants() {
      @Override
      public Grant get(ApiRequest request) {
        return grant;
      }

      @Override
      public Grant insteadOf(Grant refused, ApiRequest request) {
        return grant;
      }
    };
  }
}
