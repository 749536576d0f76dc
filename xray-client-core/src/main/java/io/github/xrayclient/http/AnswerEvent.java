package io.github.xrayclient.http;

import java.time.Duration;
import java.util.Optional;

/** An attempt that received its whole answer, whatever the status. */
public interface AnswerEvent extends AttemptEvent {
  /** The HTTP status. */
  int statusCode();

  /** The time from the beginning of the attempt to the end of the answer. */
  Duration duration();

  /** The id under which the server logged the request. */
  Optional<String> requestId();

  /** The bytes of the body, decompressed; 0 if they went into a file. */
  long bodyBytes();
}
