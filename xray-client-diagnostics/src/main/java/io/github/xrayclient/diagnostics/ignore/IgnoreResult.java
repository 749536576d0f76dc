package io.github.xrayclient.diagnostics.ignore;

import io.github.xrayclient.diagnostics.explanation.ProposedIgnoreRule;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.internal.json.XrayStyle;
import org.immutables.value.Value;

/** The ignore rule that covers a violation, and whether it was created now. */
@Value.Immutable
@XrayStyle
public interface IgnoreResult {
  /** What was done. */
  Outcome outcome();

  /** The rule that was proposed. */
  ProposedIgnoreRule proposal();

  /** The rule on the server. */
  IgnoreRule rule();

  /** What {@link ViolationIgnorer#ignore ViolationIgnorer.ignore(..)} did. */
  enum Outcome {
    /** The rule was created. */
    CREATED,
    /** A rule with these filters was in force already, and nothing was changed. */
    ALREADY_IN_FORCE
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link IgnoreResult} values. Not thread-safe. */
  final class Builder extends ImmutableIgnoreResult.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
