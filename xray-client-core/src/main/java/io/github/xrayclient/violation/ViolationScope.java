package io.github.xrayclient.violation;

import java.time.Instant;

/**
 * Chooses what the violations are listed of. On a large platform the server may never come back from
 * a search without any of these filters, so a listing begins with one of them; more can follow.
 * Immutable and thread-safe.
 */
public interface ViolationScope {
  /** Violations that this watch found. */
  ViolationQuery watch(String name);

  /**
   * Violations of this artifact.
   *
   * @param repository for a remote repository with or without {@code -cache}, which is not documented
   */
  ViolationQuery artifact(String repository, String path);

  /** Violations found at this time or later. */
  ViolationQuery createdFrom(Instant time);

  /** All violations, however long the search takes. */
  ViolationQuery everything();
}
