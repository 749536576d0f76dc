package io.github.xrayclient.examples.cli;

import io.github.xrayclient.http.CallListener;
import java.util.function.Consumer;

/** Tells each request that was sent, with its answer and its time. Events contain no secrets. */
final class RequestTimes implements CallListener {
  private final Consumer<String> say;

  RequestTimes(Consumer<String> say) {
    this.say = say;
  }

  @Override
  public void onAnswer(AnswerEvent event) {
    say.accept(event.toString());
  }

  @Override
  public void onFailure(FailureEvent event) {
    say.accept(event.toString());
  }

  @Override
  public void onRetry(RetryEvent event) {
    say.accept(event.toString());
  }
}
