package io.github.xrayclient.internal.ignorerule;

import io.github.xrayclient.ignorerule.IgnoreFilters;

/** Finds out whether the filters of an ignore rule name a repository. */
final class RepositoryScope {
  private RepositoryScope() {}

  /**
   * Whether the filters name the repository itself, or an artifact with a path in it. It is not
   * documented whether such a path begins with a slash, the id of the Artifactory or the key of the
   * repository, so all of them are recognized.
   */
  static boolean names(IgnoreFilters filters, String key) {
    return filters.repositories().contains(key)
        || filters.artifacts().stream()
            .flatMap(artifact -> artifact.path().stream())
            .map(path -> path.replaceFirst("^/+", "").replaceFirst("^default/", ""))
            .anyMatch(path -> path.startsWith(key + "/"));
  }
}
