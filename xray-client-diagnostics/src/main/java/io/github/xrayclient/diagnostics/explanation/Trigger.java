package io.github.xrayclient.diagnostics.explanation;

/** Which switch of a blocking rule it is about. */
public enum Trigger {
  /** {@code active}: the artifact violates the rule. */
  VIOLATION,
  /** {@code unscanned}: Xray has not finished scanning the artifact, or has forgotten the scan. */
  UNSCANNED
}
