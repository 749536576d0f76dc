package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.violation.Violation;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the violations of the artifact say about one candidate. Not thread-safe. */
final class CandidateViolations {
  private final Set<BlockingViolation> blocking = new LinkedHashSet<>();
  private @Nullable Violation confirmation;
  private @Nullable String confirmedRule;
  private @Nullable Violation ambiguity;
  private String openQuestion = "";
  private @Nullable Violation notBlocking;
  private @Nullable String doubt;

  /**
   * Adds a violation that blocks, which confirms the candidate, even if a grace period seems to be
   * running.
   */
  void confirm(Violation violation, Optional<String> ruleName) {
    if (confirmation == null) {
      confirmation = violation;
    }
    blocking.add(ViolationValues.of(violation));
    confirmedRule = ruleName.orElse(confirmedRule);
  }

  /**
   * Adds a violation that blocks by this candidate or another one: the policy is certain, but not
   * the rule or the member.
   *
   * @param question what the violation leaves open, as a clause
   */
  void markAmbiguous(Violation violation, String question) {
    if (ambiguity == null) {
      ambiguity = violation;
      openQuestion = question;
    }
    blocking.add(ViolationValues.of(violation));
  }

  /** Adds a violation of the rule that does not block. The newest one must be added first. */
  void addNotBlocking(Violation violation) {
    if (notBlocking == null) {
      notBlocking = violation;
    }
  }

  /**
   * Adds what must be so for the candidate to block although a violation does not. The newest
   * violation must be added first.
   *
   * @param condition a clause
   */
  void addDoubt(String condition) {
    if (doubt == null) {
      doubt = condition;
    }
  }

  /** The violations that block by this candidate, or by this one or another one. */
  Set<BlockingViolation> blocking() {
    return Collections.unmodifiableSet(blocking);
  }

  /** The first violation that confirms the candidate. */
  Optional<Violation> confirmation() {
    return Optional.ofNullable(confirmation);
  }

  /** The rule that the confirming violation names; empty if it names none. */
  Optional<String> confirmedRule() {
    return Optional.ofNullable(confirmedRule);
  }

  /**
   * The first violation that blocks by this candidate or another one; empty if a violation confirms
   * the candidate.
   */
  Optional<Violation> ambiguity() {
    return confirmation == null ? Optional.ofNullable(ambiguity) : Optional.empty();
  }

  /** What the violation in {@link #ambiguity()} leaves open, as a clause. */
  String openQuestion() {
    return openQuestion;
  }

  /** The newest violation of the rule that does not block. */
  Optional<Violation> notBlocking() {
    return Optional.ofNullable(notBlocking);
  }

  /** What must be so for the candidate to block although a violation does not, as a clause. */
  Optional<String> doubt() {
    return Optional.ofNullable(doubt);
  }
}
