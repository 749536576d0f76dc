package io.github.xrayclient.internal.auth;

import io.github.xrayclient.http.ApiRequest;

/** Obtains tokens. */
interface TokenSource {
  /**
   * Obtains a new token.
   *
   * @param request the request that needs the token
   * @throws InterruptedException if the thread is interrupted
   */
  Grant newToken(ApiRequest request) throws InterruptedException;
}
