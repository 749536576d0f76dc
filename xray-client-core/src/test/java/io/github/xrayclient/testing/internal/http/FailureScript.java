package io.github.xrayclient.testing.internal.http;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Optional;
import java.util.Queue;

/** The failures of the next requests, in the order in which they were added. Thread-safe. */
public final class FailureScript {
  private final Queue<Failure> next = new ArrayDeque<>();

  public synchronized void add(Failure failure, int times) {
    if (times < 1) {
      throw new IllegalArgumentException("times must be at least 1, but was " + times);
    }
    next.addAll(Collections.nCopies(times, failure));
  }

  public synchronized void clear() {
    next.clear();
  }

  public synchronized Optional<Failure> next() {
    return Optional.ofNullable(next.poll());
  }
}
