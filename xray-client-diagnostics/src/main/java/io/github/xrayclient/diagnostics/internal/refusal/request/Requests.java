package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.text.LogText;
import java.util.List;

/** Finds the requests in a log that a server answered, by their addresses and statuses. */
public final class Requests {
  private Requests() {}

  /**
   * The events in the order of the text. Their positions are those of the text. Successes may be
   * left out if their addresses were not refused before.
   *
   * @param refused the addresses that were refused before; those that this text refuses are added
   */
  public static List<RequestEvent> in(LogText log, EarlierRefusals refused) {
    return new RequestReader(log.text(), refused).read();
  }
}
