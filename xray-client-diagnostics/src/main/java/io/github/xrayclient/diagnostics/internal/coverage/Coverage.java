package io.github.xrayclient.diagnostics.internal.coverage;

/** Whether a watch covers an artifact. */
public enum Coverage {
  /** It does. */
  COVERS,
  /** It does if something holds that is not known. */
  COVERS_IF,
  /** It does not. */
  NO
}
