package io.github.xrayclient.testing;

/** Ends the handling of a request with an error answer; what the request asked for is not done. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  private Refusal(String message, Answer answer) {
    super(message, null, false, false);
    this.answer = answer;
  }

  static Refusal error(int status, String text) {
    return new Refusal(text, Answer.error(status, text));
  }

  static Refusal errors(int status, String text) {
    return new Refusal(text, Answer.errors(status, text));
  }

  Answer answer() {
    return answer;
  }
}
