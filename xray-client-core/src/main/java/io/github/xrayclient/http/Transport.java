package io.github.xrayclient.http;

import io.github.xrayclient.error.XrayTransportException;

/** Sends one request and returns its whole answer, whatever the status. Thread-safe; blocks. */
public interface Transport extends AutoCloseable {
  /**
   * Sends the request once.
   *
   * @throws XrayTransportException if no complete answer came
   * @throws IllegalStateException after {@link #close()}
   */
  ApiResponse send(ApiRequest request);

  /** Ends what is under way and releases threads and connections. May be called again. */
  @Override
  void close();
}
