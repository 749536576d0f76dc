package io.github.xrayclient.diagnostics.refusal;

/** Why Curation refused a package. */
public enum CurationReason {
  /** The package violates the policies that are listed. */
  POLICY_VIOLATION,
  /** The catalog does not know the package yet. Temporary; an update may take hours. */
  NOT_IN_CATALOG,
  /** A scan was started by this request and is not finished. Temporary. */
  ON_DEMAND_SCAN_PENDING,
  /** Every version of the package is blocked. */
  NO_COMPLIANT_VERSION,
  /** Not a refusal of a package but the answer to a waiver request, such as {@code 12|pending}. */
  WAIVER_ANSWER,
  /** The text names no reason. */
  UNKNOWN
}
