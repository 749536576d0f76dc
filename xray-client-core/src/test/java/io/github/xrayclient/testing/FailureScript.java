package io.github.xrayclient.testing;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Optional;
import java.util.Queue;

/** The failures of the next requests, first ordered, first served. */
final class FailureScript {
  private final Queue<Failure> next = new ArrayDeque<>();

  synchronized void add(Failure failure, int times) {
    if (times < 1) {
      throw new IllegalArgumentException("times must be at least 1: " + times);
    }
    next.addAll(Collections.nCopies(times, failure));
  }

  synchronized void clear() {
    next.clear();
  }

  synchronized Optional<Failure> next() {
    return Optional.ofNullable(next.poll());
  }
}
