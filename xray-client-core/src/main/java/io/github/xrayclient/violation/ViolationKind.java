package io.github.xrayclient.violation;

import io.github.xrayclient.violation.detail.FindingDetails;
import java.util.Optional;

/**
 * What a violation is about, more exactly than {@link ViolationType} says it. Servers do not send
 * the kind; {@link Violation#kind()} determines it from other fields. Later versions may add
 * constants.
 */
public enum ViolationKind {
  /** A vulnerability or a malicious package. */
  SECURITY,
  /** A license that is not allowed. */
  LICENSE,
  /** A component that is poorly maintained. */
  OPERATIONAL_RISK,
  /** A secret in a file, such as a password. */
  SECRET,
  /** An exposure other than a secret, such as an insecure setting of a service. */
  EXPOSURE,
  /** A finding of static analysis (SAST). */
  SAST,
  /** None of these: the violation has no type, or one that this version does not know. */
  UNKNOWN;

  /**
   * Returns the kind of a violation. The findings decide first, since it is not documented which
   * type servers send with them.
   */
  static ViolationKind of(
      Optional<ViolationType> type,
      Optional<FindingDetails> exposure,
      Optional<FindingDetails> sast) {
    if (sast.isPresent()) {
      return SAST;
    }
    if (exposure.isPresent()) {
      boolean secret = exposure.flatMap(FindingDetails::id).orElse("").startsWith("EXP");
      return secret ? SECRET : EXPOSURE;
    }
    if (type.equals(Optional.of(ViolationType.SECURITY))) {
      return SECURITY;
    }
    if (type.equals(Optional.of(ViolationType.LICENSE))) {
      return LICENSE;
    }
    return type.equals(Optional.of(ViolationType.OPERATIONAL_RISK)) ? OPERATIONAL_RISK : UNKNOWN;
  }
}
