package io.github.xrayclient.diagnostics.explanation;

/** How sure it is that something blocks a download; the surest first. */
public enum Verdict {
  /** A violation of the artifact that blocks was found, and it can be of no other rule that is known. */
  CONFIRMED,
  /** All that is known says so. */
  LIKELY,
  /** It depends on something that is not known; the reason says on what. */
  POSSIBLE
}
