package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.text.LogText;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the requests in a log that a server answered, by their addresses and statuses. */
public final class Requests {
  private Requests() {}

  /** The events in the order of the text. Their positions are those of the text. */
  public static List<RequestEvent> in(LogText log) {
    return RefusedAddresses.in(log.text()).stream()
        .map(found -> new RequestEvent(
            found.start(),
            found.end(),
            found.block().status().orElse(403),
            found.block().address(),
            found.block().repository(),
            found.block().path(),
            found.block().text()))
        .collect(Collectors.toUnmodifiableList());
  }
}
