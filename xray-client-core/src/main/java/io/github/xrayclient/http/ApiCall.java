package io.github.xrayclient.http;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.xrayclient.error.XrayException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A request that is ready to be sent, any number of times, and how its answer is read. Immutable:
 * each method but the sending ones returns a changed copy. Thread-safe.
 *
 * @param <T> what the answer is read as
 */
public interface ApiCall<T> {
  /**
   * Adds a query parameter; name and value are encoded.
   *
   * @throws IllegalArgumentException for a control character, null, and what only holds a value, such
   *     as an {@code Optional}
   */
  ApiCall<T> query(String name, Object value);

  /**
   * Sets a header. What the library would send under this name is not sent then: its {@code Accept},
   * {@code User-Agent}, {@code Accept-Encoding} or {@code Content-Type}. A call with an {@code
   * Authorization} or {@code X-JFrog-Art-Api} header is sent without the client's credentials.
   *
   * @throws IllegalArgumentException for characters that no header may hold, and for headers that
   *     only the HTTP client can set, such as {@code Host} and {@code Content-Length}
   */
  ApiCall<T> header(String name, String value);

  /**
   * Sends this as the JSON body, as {@code application/json}.
   *
   * @throws IllegalArgumentException if it cannot be written as JSON, and for texts, bytes and streams,
   *     for which {@code body(text, contentType)} and {@code body(bytes, contentType)} exist
   */
  ApiCall<T> body(Object json);

  /**
   * Sends this text as the body, in UTF-8: for example, {@code body("items.find(..)", "text/plain")}
   * for a query in AQL.
   *
   * @param contentType sent unless {@link #header} sets another
   * @throws IllegalArgumentException if the content type names another charset than UTF-8, or is no
   *     content type
   */
  ApiCall<T> body(String text, String contentType);

  /**
   * Sends these bytes as the body. They are not copied, so do not change them.
   *
   * @param contentType sent unless {@link #header} sets another
   * @throws IllegalArgumentException if it is no content type
   */
  ApiCall<T> body(byte[] bytes, String contentType);

  /**
   * Marks this request as one that changes nothing on the server, such as a search by POST. It may
   * then be repeated, and a read-only client sends it if it is a POST.
   */
  ApiCall<T> readOnly();

  /** Limits each attempt, body included, instead of the client's default. */
  ApiCall<T> timeout(Duration perAttempt);

  /** Limits how long the whole call may take, as {@link CallOptions#totalTimeout} describes. */
  ApiCall<T> totalTimeout(Duration wholeCall);

  /** Repeats by this policy instead of the client's. */
  ApiCall<T> retryPolicy(RetryPolicy policy);

  /** Sets all that these options say. */
  ApiCall<T> options(CallOptions options);

  /**
   * Names the first version of Xray that has this path, so that a 404 or 405 of an older server can
   * say so.
   */
  ApiCall<T> since(String xrayVersion);

  /** Reads the JSON answer as this type. JSON in which an object has a member twice is refused. */
  <R> ApiCall<R> readAs(Class<R> type);

  /** Reads the JSON answer as this type. JSON in which an object has a member twice is refused. */
  <R> ApiCall<R> readAs(TypeReference<R> type);

  /**
   * Reads the answer by a function of your own. The function never receives a 206, which is only a
   * part of an answer, unless the request has a {@code Range} header.
   */
  <R> ApiCall<R> decodedBy(Decoder<R> decoder);

  /** The request as it stands, before interceptors add to it; without credentials. */
  ApiRequest request();

  /**
   * Sends the request and waits for the answer.
   *
   * @throws XrayException if the answer is outside 2xx, does not come, or cannot be read
   */
  T send();

  /**
   * Sends the request and puts the answer into a file as it comes, whatever its size, in place of
   * what the file holds. The file's content is undefined if this fails.
   *
   * @return the answer without its body
   * @throws XrayException if the answer is outside 2xx or does not come, or the file cannot be
   *     written
   */
  ApiResponse download(Path file);

  /**
   * Runs {@link #send()} on the client's executor. The future fails with what {@link #send()}
   * throws. Cancelling the future, or completing it in another way such as {@code orTimeout(..)},
   * ends the call with its exchange, its waits and its retries; a write may have taken effect by
   * then. Cancelling a future that was derived from it, such as by {@code thenApply(..)}, does not
   * end the call.
   */
  CompletableFuture<T> sendAsync();

  /**
   * Reads a 2xx answer.
   *
   * @param <R> what it is read as
   */
  @FunctionalInterface
  interface Decoder<R> {
    /**
     * Reads the answer of a server.
     *
     * @throws IOException if the answer is not what was expected; the caller of the call gets an
     *     {@link io.github.xrayclient.error.XrayDecodeException} that names the request
     */
    R decode(ApiResponse response) throws IOException;
  }
}
