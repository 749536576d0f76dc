package io.github.xrayclient.diagnostics.block;

/** Whether a watch covers an artifact. */
public enum Coverage {
  /** It does. */
  COVERS,
  /** It does if something holds that is not known. */
  COVERS_IF,
  /** It does not. */
  NO;

  /** The better of two alternatives. */
  Coverage or(Coverage other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
