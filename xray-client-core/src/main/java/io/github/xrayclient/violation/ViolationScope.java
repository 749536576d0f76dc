package io.github.xrayclient.violation;

import java.time.Instant;

/**
 * The first filter of a listing of violations. On a large platform, the server may never answer a
 * search without a filter, so a listing starts with one of these; more can follow. Immutable and
 * thread-safe.
 */
public interface ViolationScope {
  /** Lists violations that this watch found. */
  ViolationQuery watch(String name);

  /**
   * Lists violations of this artifact.
   *
   * @param repository the key of the repository; for a remote repository, JFrog's documentation
   *     does not say whether it ends with {@code -cache}
   * @param path the path inside the repository
   */
  ViolationQuery artifact(String repository, String path);

  /** Lists violations found at this time or later. */
  ViolationQuery createdFrom(Instant time);

  /** Lists all violations. On a large platform, the server may never answer. */
  ViolationQuery everything();
}
