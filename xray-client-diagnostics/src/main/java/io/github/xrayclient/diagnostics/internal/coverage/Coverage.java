package io.github.xrayclient.diagnostics.internal.coverage;

/** Whether a watch covers an artifact. */
public enum Coverage {
  /** The watch covers the artifact. */
  COVERS,
  /** The watch covers the artifact if a condition is met, and it is not known whether it is met. */
  COVERS_IF,
  /** The watch does not cover the artifact. */
  NO
}
