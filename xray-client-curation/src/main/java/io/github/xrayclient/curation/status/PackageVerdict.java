package io.github.xrayclient.curation.status;

/** What the server's answer about a package amounts to. */
public enum PackageVerdict {
  /**
   * No curated repository blocks the package. Whether the server named a repository that allows it,
   * {@link PackageStatus#hasDetails()} tells.
   */
  ALLOWED,
  /** Curation blocks the package, and the server names no repository that allows it. */
  BLOCKED,
  /** Some curated repositories block the package, and others allow it. */
  MIXED,
  /**
   * No repository is known to block the package, and it is not known whether one allows it. Either
   * no curated repository has its type, or Curation does not know the package, or the answer has
   * values that this library cannot read.
   */
  UNKNOWN
}
