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
   * Lists violations of this artifact. Needs Xray 3.88.10 or later; see {@link
   * ViolationQuery#artifact}.
   *
   * @param repository the key of the repository; for a remote repository, JFrog's documentation
   *     does not say whether it ends with {@code -cache}
   * @param path the path inside the repository; for an image, that of its {@code manifest.json}
   */
  ViolationQuery artifact(String repository, String path);

  /** Lists violations of this build; see {@link ViolationQuery#build(String, String)}. */
  ViolationQuery build(String name, String number);

  /**
   * Lists violations of this release bundle; see {@link ViolationQuery#releaseBundle
   * ViolationQuery.releaseBundle(..)}.
   */
  ViolationQuery releaseBundle(String name, String version);

  /**
   * Lists violations of this release bundle of version 2, like {@link #releaseBundle
   * releaseBundle(..)}.
   */
  ViolationQuery releaseBundleV2(String name, String version);

  /**
   * Lists violations of this Git repository; see {@link ViolationQuery#gitRepository
   * ViolationQuery.gitRepository(..)}.
   */
  ViolationQuery gitRepository(String name);

  /** Lists violations found at this time or later. */
  ViolationQuery createdFrom(Instant time);

  /** Lists all violations. On a large platform, the server may never answer. */
  ViolationQuery everything();
}
