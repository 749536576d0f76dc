package io.github.xrayclient.internal.call;

import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.http.ApiResponse;
import java.util.Optional;

/**
 * Reads the result from an answer outside 2xx, for endpoints that answer a question by an error
 * status.
 *
 * @param <T> the type of the result
 */
@FunctionalInterface
public interface RefusalReader<T> {
  /**
   * Reads the result of a call.
   *
   * @param error the exception that is thrown if the answer has no result; it has the server's
   *     messages without credentials
   */
  Optional<T> read(ApiResponse response, XrayApiException error);
}
