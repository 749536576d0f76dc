package io.github.xrayclient.http;

import io.github.xrayclient.error.XrayTransportException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A listener that is told about every attempt of a request, for metrics and tracing. The methods
 * are called on the thread of the call, so they should be quick, and they must be thread-safe. An
 * exception that a listener throws is logged as a warning by the logger {@code
 * io.github.xrayclient} and does not affect the call.
 *
 * <p>Each attempt begins with {@link #onAttempt} and ends with either {@link #onAnswer} or {@link
 * #onFailure}. If a redirect is followed, the listener is told about two attempts with the same
 * number. A request that is repeated with a new token after a 401 is one attempt. To change a
 * request or an answer, use an {@link Interceptor} instead.
 */
public interface CallListener {
  /** Called when an attempt begins. */
  default void onAttempt(AttemptEvent event) {}

  /** Called when the complete answer has arrived, whatever its status. */
  default void onAnswer(AnswerEvent event) {}

  /**
   * Called when no complete answer came, or when an interceptor or a token supplier threw an
   * exception.
   */
  default void onFailure(FailureEvent event) {}

  /**
   * Called when the request will be sent again after a wait. It follows {@link #onAnswer} or {@link
   * #onFailure} of the same attempt; {@link #onAttempt} of the next attempt follows it.
   */
  default void onRetry(RetryEvent event) {}

  /**
   * An attempt of a request. It contains no headers, bodies or secrets. The library creates the
   * events; later versions may add methods.
   */
  interface AttemptEvent {
    /** The HTTP method of the request, such as {@code GET}. */
    String method();

    /**
     * The URL of the request, including arguments. For the tags of a metric, where each new value
     * costs memory, use {@link #operation()}.
     */
    URI uri();

    /**
     * The path with placeholders instead of arguments, as it was given to {@link ApiCalls#call
     * ApiCalls.call(..)}, such as {@code /xray/api/v1/curation/policies/{policy_id}}. Retries and
     * redirects keep it.
     */
    String pathTemplate();

    /**
     * The method and the path template, such as {@code PUT
     * /xray/api/v1/curation/policies/{policy_id}}. It contains no argument, so it can be the name
     * of a metric or span.
     */
    String operation();

    /** The number of this attempt within its call; the first attempt is 1. */
    int attempt();

    /** When the attempt began. */
    Instant startedAt();
  }

  /** An attempt that received a complete answer, whatever its status. */
  interface AnswerEvent extends AttemptEvent {
    /** The HTTP status of the answer, such as 200. */
    int statusCode();

    /** The time from the start of the attempt until the answer was complete. */
    Duration duration();

    /** The id with which the server logged the request; empty if the answer has none. */
    Optional<String> requestId();

    /** The size of the body in bytes, after decompression; 0 if the body was written to a file. */
    long bodyBytes();
  }

  /** An attempt that received no complete answer. */
  interface FailureEvent extends AttemptEvent {
    /** The time from the start of the attempt until it failed. */
    Duration duration();

    /**
     * The failure. If an interceptor or a token supplier threw another exception, that exception is
     * its cause.
     */
    XrayTransportException exception();
  }

  /** An attempt after which the request will be sent again. */
  interface RetryEvent extends AttemptEvent {
    /** The status of the answer, such as 429 or 503; empty if no complete answer came. */
    OptionalInt statusCode();

    /** The kind of {@link #exception()}; empty if an answer came. */
    Optional<XrayTransportException.Kind> failureKind();

    /** The failure; empty if an answer came. */
    Optional<XrayTransportException> exception();

    /** The wait before the next attempt. */
    Duration waitTime();

    /** The reason for the retry as a text for people, such as {@code the server answered 503}. */
    String explanation();
  }
}
