package io.github.xrayclient.http;

import io.github.xrayclient.error.XrayTransportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sends one request and returns its whole answer, whatever the status. Thread-safe; blocks. A lambda
 * is enough: {@code request -> new ApiResponse(200, Map.of(), body)}.
 */
@FunctionalInterface
public interface Transport extends AutoCloseable {
  /**
   * Sends the request once.
   *
   * @throws XrayTransportException if no complete answer came
   * @throws IllegalStateException after {@link #close()}
   */
  ApiResponse send(ApiRequest request);

  /**
   * Sends the request once and puts the body of a 2xx answer into a file, in place of what the file
   * holds; such an answer has no body then. A transport that does not stream collects the body
   * first, as this method does.
   *
   * @throws XrayTransportException if no complete answer came, or the file cannot be written
   * @throws IllegalStateException after {@link #close()}
   */
  default ApiResponse download(ApiRequest request, Path file) {
    ApiResponse answer = send(request);
    if (!answer.isSuccess()) {
      return answer;
    }
    try {
      Files.write(file, answer.body());
    } catch (IOException e) {
      throw new XrayTransportException(
          request.method(), request.uri(), "the file cannot be written: " + e, e);
    }
    return new ApiResponse(answer.statusCode(), answer.headers(), new byte[0]);
  }

  /**
   * Ends all requests in progress and releases threads and connections. It may be called more than
   * once. An exception that it throws reaches the caller of the client's {@code close()}, after the
   * client has freed its own threads. By default it does nothing.
   */
  @Override
  default void close() {}
}
