package io.github.xrayclient.diagnostics.refusal;

/** What kind of refusal a text is about. */
public enum BlockKind {
  /** Xray holds the artifact back: it violates a policy or is not scanned; no text says which. */
  XRAY_BLOCK,
  /** Held back because Artifactory could not reach Xray; no policy need be behind it. */
  XRAY_UNAVAILABLE,
  /** Curation refuses to fetch the package into a remote repository. */
  CURATION_BLOCK,
  /** A manifest said to be unknown; a virtual repository answers so for a blocked one, too. */
  POSSIBLE_BLOCK_VIA_VIRTUAL,
  /** The user or token lacks a right. */
  PERMISSION,
  /** The user is locked out for a while, usually after failed logins. */
  SUSPENDED,
  /** No credentials, or wrong ones. */
  AUTH,
  /** An HTML page: a proxy, load balancer or login page answered, not the repository. */
  PROXY,
  /** None of these can be told from the text. */
  UNKNOWN;

  /** Whether a download block is, or may be, behind the refusal. */
  public boolean isBlock() {
    return this == XRAY_BLOCK
        || this == XRAY_UNAVAILABLE
        || this == CURATION_BLOCK
        || this == POSSIBLE_BLOCK_VIA_VIRTUAL;
  }
}
