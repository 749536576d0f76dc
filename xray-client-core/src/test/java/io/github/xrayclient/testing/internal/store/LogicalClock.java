package io.github.xrayclient.testing.internal.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** A clock that advances by one second with each write, so that times are the same in each run. */
public final class LogicalClock {
  private Instant now = Instant.parse("2025-03-12T14:26:10.507Z");

  /**
   * Returns the time of a new write, which is later than every earlier one and every time of a
   * seeded object.
   */
  public Instant tick() {
    now = now.plusSeconds(1);
    return now;
  }

  /** The time of the newest write or seeded object. */
  public Instant now() {
    return now;
  }

  /** Advances the clock beyond the times of an object that a test stored. */
  public void passed(ObjectNode object) {
    for (String member :
        List.of("created", "modified", "created_at", "updated_at", "closed_at", "deleted_at")) {
      Timestamps.parse(Trees.text(object, member))
          .filter(now::isBefore)
          .ifPresent(time -> now = time);
    }
  }
}
