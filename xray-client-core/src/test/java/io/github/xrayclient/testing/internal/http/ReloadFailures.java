package io.github.xrayclient.testing.internal.http;

import io.github.xrayclient.testing.RecordedRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes that take effect, but are answered with an error. */
public final class ReloadFailures {
  private static final List<String> ROOTS =
      List.of("/xray/api/v2/policies", "/xray/api/v2/watches", "/xray/api/v1/policies/");

  private final AtomicInteger left = new AtomicInteger();

  public void add(int times) {
    left.addAndGet(times);
  }

  public void clear() {
    left.set(0);
  }

  /**
   * Returns the answer to a request: an error instead of this answer if a failure is due, and this
   * answer if the request is no write or was refused.
   */
  public Answer after(RecordedRequest request, Answer answer) {
    boolean write = !request.method().equals("GET")
        && answer.status() < 300
        && ROOTS.stream().anyMatch(request.path()::startsWith);
    return write && left.getAndUpdate(times -> Math.max(times - 1, 0)) > 0
        ? Answer.error(500, "Failed to reload block download cache")
        : answer;
  }
}
