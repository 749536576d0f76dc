package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.watch.WatchResource;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One switch of one rule that blocks, or may block, a download. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface BlockCause extends Serializable {
  /** How certain it is that this blocks the download; the most certain first. */
  enum Verdict {
    /** A violation of the artifact was found that blocks by this rule and by no other known one. */
    CONFIRMED,
    /** All available evidence points to it, but none proves it. */
    LIKELY,
    /** It depends on something that is not known; {@link BlockCause#reason()} says on what. */
    POSSIBLE
  }

  /** The switch of a rule that blocks the download. */
  enum Trigger {
    /** {@code active}: the artifact violates the rule. */
    VIOLATION,
    /** {@code unscanned}: Xray has not finished scanning the artifact, or has forgotten the scan. */
    UNSCANNED
  }

  /** How certain it is that this blocks the download. */
  Verdict verdict();

  /** The name of the watch. */
  String watch();

  /** The project of the watch; empty for a global watch and for one that could not be read. */
  Optional<String> watchProject();

  /** The name of the policy. */
  String policy();

  Optional<PolicyType> policyType();

  /** Absent if the policy cannot be read. */
  Optional<String> rule();

  /** Absent if the policy cannot be read. */
  Optional<Trigger> trigger();

  /**
   * What the rule matches. Absent if the policy cannot be read, and for {@link Trigger#UNSCANNED},
   * for which it does not matter what the rule matches.
   */
  Optional<Criteria> criteria();

  /** The criteria in words, such as {@code severity High or above}; absent if there are none. */
  default Optional<String> criteriaInWords() {
    return criteria().flatMap(CriteriaWords::of);
  }

  /** The resource of the watch that covers the repository. */
  WatchResource resource();

  /**
   * The member of a virtual repository for which it holds. If it holds for several, the first one; the
   * reason names all of them.
   */
  Optional<String> member();

  /**
   * How many violations were found through which this blocks. Absent if violations were not searched,
   * and for {@link Trigger#UNSCANNED}.
   */
  Optional<Integer> violationCount();

  /**
   * The violations that were found. One that fits several rules, none of which it names, is listed
   * with each of them.
   */
  List<BlockingViolation> violations();

  /** Why this blocks, or may block, in one or more sentences. */
  String reason();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableBlockCause.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
