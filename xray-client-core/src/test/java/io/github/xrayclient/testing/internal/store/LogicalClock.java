package io.github.xrayclient.testing.internal.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** A clock that goes a second ahead at each write, so that equal tests see equal times. */
public final class LogicalClock {
  private Instant now = Instant.parse("2025-03-12T14:26:10.507Z");

  /** The time of a new write, later than that of any earlier one and of anything seeded. */
  public Instant tick() {
    now = now.plusSeconds(1);
    return now;
  }

  /** Moves on to the times of an object that was put in from outside. */
  public void passed(ObjectNode object) {
    for (String member :
        List.of("created", "modified", "created_at", "updated_at", "closed_at", "deleted_at")) {
      Timestamps.parse(Trees.text(object, member))
          .filter(now::isBefore)
          .ifPresent(time -> now = time);
    }
  }
}
