package io.github.xrayclient.testing.internal.http;

import io.github.xrayclient.testing.FakeXray;
import java.util.Optional;

/** How a request fails: by another answer, by an incomplete delivery, or by both. */
public final class Failure {
  public static final Failure NONE = new Failure(Optional.empty(), Delivery.WHOLE);

  private final Optional<Answer> instead;
  private final Delivery delivery;

  private Failure(Optional<Answer> instead, Delivery delivery) {
    this.instead = instead;
    this.delivery = delivery;
  }

  /** Returns the answer for a status that a test requested. */
  public static Answer answer(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status must be between 200 and 599, but was " + status);
    }
    return status == 204 || status == 304
        ? Answer.empty(status)
        : Answer.error(status, "the test requested status " + status);
  }

  /** Returns a failure with this answer. The request has no effect. */
  public static Failure answering(Answer instead) {
    return new Failure(Optional.of(instead), Delivery.WHOLE);
  }

  public static Failure of(FakeXray.Fault fault) {
    switch (fault) {
      case CONNECTION_RESET:
        return new Failure(Optional.of(Answer.empty(200)), Delivery.NOTHING);
      case TRUNCATED_BODY:
        return new Failure(Optional.empty(), Delivery.HALF_OF_THE_BODY);
      case STALLED_HEADERS:
        return new Failure(Optional.of(Answer.empty(200)), Delivery.STALL_BEFORE_THE_HEADERS);
      case STALLED_BODY:
        return new Failure(Optional.empty(), Delivery.STALL_IN_THE_BODY);
      case GARBAGE_BODY:
        return answering(Answer.text(200, "application/json", "\u0000\u0007{]not json at all"));
      case HTML_BODY:
        return answering(
            Answer.text(200, "text/html", "<html><body><h1>Please log in</h1></body></html>"));
      case EMPTY_BODY:
        return answering(Answer.empty(200));
      case LOST_ANSWER:
        return new Failure(Optional.empty(), Delivery.NOTHING);
      default:
        throw new IllegalArgumentException("unknown fault " + fault);
    }
  }

  /** The answer that replaces the real one; empty if the request takes effect. */
  public Optional<Answer> instead() {
    return instead;
  }

  public Delivery delivery() {
    return delivery;
  }
}
