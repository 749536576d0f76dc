package io.github.xrayclient.internal.json;

import io.github.xrayclient.value.Timestamp;
import java.util.Optional;

/**
 * Tells whether an object was deleted. Servers keep deleted objects, and for the others they send
 * no time and no user, or the year 1 and an empty name.
 */
public final class DeletionMarks {
  private DeletionMarks() {}

  /** Whether the time or the user shows that the object was deleted. */
  public static boolean isDeleted(Optional<Timestamp> deletedAt, Optional<String> deletedBy) {
    return deletedAt.filter(time -> !time.isNever()).isPresent()
        || NonBlank.text(deletedBy).isPresent();
  }
}
