package io.github.xrayclient.http;

import io.github.xrayclient.error.XrayTransportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sends requests over HTTP and returns the answers; the default implementation uses the JDK's HTTP
 * client. Implement it to use another HTTP client, or to answer requests in a test: {@code request
 * -> new ApiResponse(200, Map.of(), body)}. A call blocks until the answer is complete. Must be
 * thread-safe.
 */
@FunctionalInterface
public interface Transport extends AutoCloseable {
  /**
   * Sends the request once and returns the complete answer, whatever its status. If {@link
   * ApiRequest#isBodyIgnored()} is true, the body of a 2xx answer may be left out.
   *
   * @throws XrayTransportException if no complete answer comes
   * @throws IllegalStateException after {@link #close()}
   */
  ApiResponse send(ApiRequest request);

  /**
   * Sends the request once and writes the body of a 2xx answer to a file, which is overwritten. The
   * returned answer then has no body. By default, this method calls {@link #send} and writes the
   * body afterwards; override it to write the body while it arrives.
   *
   * @throws XrayTransportException if no complete answer comes, or the file cannot be written
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
          request.method(), request.uri(), "the file " + file + " cannot be written: " + e, e);
    }
    return new ApiResponse(answer.statusCode(), answer.headers(), new byte[0]);
  }

  /**
   * Ends all requests in progress and frees threads and connections; by default it does nothing. It
   * may be called more than once. The client calls it when it is closed. An exception that it
   * throws reaches the caller of the client's {@code close()}, after the client has freed its own
   * threads.
   */
  @Override
  default void close() {}
}
