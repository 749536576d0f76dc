package io.github.xrayclient.http;

import io.github.xrayclient.error.XrayTransportException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Is told of every attempt, for metrics and tracing. Repeating a request with a new token after a
 * 401 is a part of the attempt. It is called on the thread of the call, so it should be quick, and
 * it must be thread-safe. An exception that it throws never changes what the call returns; it is
 * logged as a warning by the logger {@code io.github.xrayclient}.
 *
 * <p>Each attempt begins with {@link #onAttempt} and ends with either {@link #onAnswer} or {@link
 * #onFailure}. A redirect that is followed is told as two attempts of the same number. To measure
 * or change a request while it is under way, see {@link Interceptor}.
 */
public interface CallListener {
  /** An attempt begins. */
  default void onAttempt(AttemptEvent event) {}

  /** The whole answer is there, whatever its status. */
  default void onAnswer(AnswerEvent event) {}

  /** No complete answer came, or an interceptor or a supplier of tokens threw an exception. */
  default void onFailure(FailureEvent event) {}

  /**
   * The request will be sent again after a wait. This follows the {@link #onAnswer} or {@link
   * #onFailure} of the same attempt, and the {@link #onAttempt} of the next one follows this.
   */
  default void onRetry(RetryEvent event) {}

  /**
   * One attempt of a request, without headers, bodies and secrets. The library makes these objects;
   * later versions may add methods.
   */
  interface AttemptEvent {
    /** The method of the request: {@code GET}, {@code PUT}, … */
    String method();

    /**
     * Where the request goes, with the arguments in it. Use {@link #operation()} where each new text
     * costs something, such as in the tags of a metric.
     */
    URI uri();

    /**
     * The path as it was given to {@link ApiCalls#call}, before the arguments were put in, such as
     * {@code /xray/api/v1/curation/policies/{policy_id}}. The same for retries and redirects.
     */
    String pathTemplate();

    /**
     * The method and the path template, such as {@code PUT
     * /xray/api/v1/curation/policies/{policy_id}}: a name for metrics and spans, since it holds no
     * argument and there are only as many as there are endpoints.
     */
    String operation();

    /** Which attempt of its call this is, counted from 1. */
    int attempt();

    /** When the attempt began. */
    Instant startedAt();
  }

  /** An attempt that received its whole answer, whatever the status. */
  interface AnswerEvent extends AttemptEvent {
    /** The HTTP status. */
    int statusCode();

    /** The time from the beginning of the attempt to the end of the answer. */
    Duration duration();

    /** The id under which the server logged the request. */
    Optional<String> requestId();

    /** The bytes of the body, decompressed; 0 if they went into a file. */
    long bodyBytes();
  }

  /** An attempt that received no complete answer. */
  interface FailureEvent extends AttemptEvent {
    /** The time from the beginning of the attempt to the failure. */
    Duration duration();

    /**
     * What went wrong. If an interceptor or a supplier of tokens threw another exception, that
     * exception is its cause.
     */
    XrayTransportException exception();
  }

  /** An attempt whose result is not final: after a wait, the request will be sent again. */
  interface RetryEvent extends AttemptEvent {
    /** The status of the answer, such as 429 or 503; empty if no complete answer came. */
    OptionalInt statusCode();

    /** What kind of failure it was, as in {@link #exception()}; empty after an answer. */
    Optional<XrayTransportException.Kind> failureKind();

    /** The failure; empty after an answer. */
    Optional<XrayTransportException> exception();

    /** How long the call waits before the next attempt. */
    Duration waitTime();

    /** The reason in words, such as {@code the server answered 503}. */
    String explanation();
  }
}
