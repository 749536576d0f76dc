package io.github.xrayclient.curation.status;

/** What the server's answer about a package amounts to. */
public enum PackageVerdict {
  /**
   * The answer names no repository that blocks the package. Only if {@link
   * PackageStatus#hasDetails()} is true, it names repositories that allow it, or their number.
   */
  ALLOWED,
  /** Curation blocks the package, and the server names no repository that allows it. */
  BLOCKED,
  /** Some curated repositories block the package, and others allow it. */
  MIXED,
  /**
   * No repository is known to block the package, and it is not known whether one allows it. Either
   * no curated repository has its type, or Curation does not know the package, or the answer has
   * values that this library cannot read, or it mentions a block in a form that is not known.
   */
  UNKNOWN
}
