package io.github.xrayclient.testing.internal.http;

/**
 * Ends the handling of a request with an error answer. The request must not have had an effect yet.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  private Refusal(String message, Answer answer) {
    super(message, null, false, false);
    this.answer = answer;
  }

  public static Refusal error(int status, String text) {
    return new Refusal(text, Answer.error(status, text));
  }

  public static Refusal errors(int status, String text) {
    return new Refusal(text, Answer.errors(status, text));
  }

  /** Refuses a login with 401. */
  public static Refusal unauthorized(String text) {
    return errors(401, text);
  }

  public Answer answer() {
    return answer;
  }
}
