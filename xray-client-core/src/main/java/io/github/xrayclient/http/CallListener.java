package io.github.xrayclient.http;

/**
 * Is told of every attempt, for metrics and tracing; repeating a request with a new token after a
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
}
