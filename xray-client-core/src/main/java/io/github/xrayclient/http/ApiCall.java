package io.github.xrayclient.http;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A prepared call of one endpoint: the request, and how its answer is read. It can be sent any
 * number of times. Immutable and thread-safe: each method that sets something returns a changed
 * copy.
 *
 * @param <T> the type of the result
 */
public interface ApiCall<T> {
  /**
   * Adds a query parameter. Name and value are encoded. Earlier parameters of the same name are
   * kept, so the server gets all of them.
   *
   * @throws IllegalArgumentException if the name or the value contains a control character, or the
   *     value is an {@code Optional}, a collection or an array
   */
  ApiCall<T> query(String name, Object value);

  /**
   * Sets a header. It replaces a header of this name that the library would send itself, such as
   * {@code Accept}, {@code User-Agent}, {@code Accept-Encoding} or {@code Content-Type}. A call
   * with an {@code Authorization} or {@code X-JFrog-Art-Api} header is sent without the client's
   * credentials.
   *
   * @throws IllegalArgumentException if the name or the value contains a character that is not
   *     allowed in a header, or if only the HTTP client can set the header, such as {@code Host}
   *     and {@code Content-Length}
   */
  ApiCall<T> header(String name, String value);

  /**
   * Sets the body: the value is written as JSON and sent as {@code application/json}.
   *
   * @throws IllegalArgumentException if the value cannot be written as JSON, or is a text, a byte
   *     array or a stream; use {@code body(text, contentType)} or {@code body(bytes, contentType)}
   *     for these
   */
  ApiCall<T> body(Object json);

  /**
   * Sets the body to a text, which is encoded in UTF-8: for example, {@code body("items.find(..)",
   * "text/plain")} for a query in AQL.
   *
   * @param contentType the {@code Content-Type} header, unless {@link #header} sets another one
   * @throws IllegalArgumentException if this is not a content type, or it has another charset than
   *     UTF-8
   */
  ApiCall<T> body(String text, String contentType);

  /**
   * Sets the body to these bytes. The array is not copied, so do not change it.
   *
   * @param contentType the {@code Content-Type} header, unless {@link #header} sets another one
   * @throws IllegalArgumentException if this is not a content type
   */
  ApiCall<T> body(byte[] bytes, String contentType);

  /**
   * Marks this request as one that changes nothing on the server, such as a search by POST. It may
   * then be repeated after a failure, and a read-only client sends it if it is a POST. GET and HEAD
   * requests are marked from the beginning.
   */
  ApiCall<T> readOnly();

  /**
   * Limits the time of each attempt, including the body of the answer. It replaces the limit of the
   * client.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  ApiCall<T> timeout(Duration perAttempt);

  /**
   * Limits the time of the whole call, as {@link CallOptions#totalTimeout
   * CallOptions.totalTimeout(..)} describes. It replaces the limit of the client.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  ApiCall<T> totalTimeout(Duration wholeCall);

  /**
   * Sets how often the request is repeated after a failure. It replaces the policy of the client.
   */
  ApiCall<T> retryPolicy(RetryPolicy policy);

  /** Applies these options. What they do not set stays as it is. */
  ApiCall<T> options(CallOptions options);

  /**
   * Sets the first version of Xray that has this endpoint, such as {@code 3.116.0}. If an older
   * server then answers 404 or 405, the message of the exception states that the server is too old.
   */
  ApiCall<T> since(String xrayVersion);

  /**
   * Reads the answer as JSON into a value of this type. The call throws an {@link
   * XrayDecodeException} if an object in it contains a field twice.
   */
  <R> ApiCall<R> readAs(Class<R> type);

  /**
   * Reads the answer as JSON into a value of this type. The call throws an {@link
   * XrayDecodeException} if an object in it contains a field twice.
   */
  <R> ApiCall<R> readAs(TypeReference<R> type);

  /**
   * Reads the answer with your own function. The function never gets an answer with the status 206,
   * which is only a part of the content, unless the request has a {@code Range} header.
   */
  <R> ApiCall<R> decodedBy(Decoder<R> decoder);

  /** The request as it is now, without credentials and before interceptors change it. */
  ApiRequest request();

  /**
   * Sends the request and waits for the answer. The request is repeated as the {@link RetryPolicy}
   * allows.
   *
   * @throws XrayException if the status of the answer is outside 2xx, no complete answer comes, or
   *     the answer cannot be read
   * @throws IllegalStateException if the client is closed
   */
  T send();

  /**
   * Sends the request and writes the body of the answer to a file while it arrives. The body may
   * have any size, and the file is overwritten. If this method fails, the content of the file is
   * undefined.
   *
   * @return the answer without its body
   * @throws XrayException if the status of the answer is outside 2xx, no complete answer comes, or
   *     the file cannot be written
   * @throws IllegalStateException if the client is closed
   */
  ApiResponse download(Path file);

  /**
   * Runs {@link #send()} on the client's executor. The future fails with the exception that {@link
   * #send()} throws.
   *
   * <p>If the future is cancelled, or completed in another way such as by {@code orTimeout(..)},
   * the call ends, including its waits and retries. A write may have taken effect by then.
   * Cancelling a future that was derived from this one, such as by {@code thenApply(..)}, does not
   * end the call.
   */
  CompletableFuture<T> sendAsync();

  /**
   * Reads the answer to a call, if its status is 2xx.
   *
   * @param <R> the type of the result
   */
  @FunctionalInterface
  interface Decoder<R> {
    /**
     * Reads an answer.
     *
     * @throws IOException if the answer is not as expected; the call then throws an {@link
     *     XrayDecodeException} that names the request
     */
    R decode(ApiResponse response) throws IOException;
  }
}
