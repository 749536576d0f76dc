package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.watch.WatchResource;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * A rule that blocks a download, or may block it, with the watch and the policy through which it
 * applies. A rule that blocks both on violations and on unscanned artifacts makes two causes, one
 * for each {@link Trigger}.
 */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface BlockCause extends Serializable {
  /** How certain it is that a cause blocks the download. The constants go from certain to uncertain. */
  enum Verdict {
    /** The artifact has a violation that blocks downloads, and only this rule can have found it. */
    CONFIRMED,
    /** All available evidence points to the rule, but none proves that it blocks the download. */
    LIKELY,
    /**
     * The rule blocks the download only under a condition that could not be checked. {@link
     * BlockCause#reason()} names the condition.
     */
    POSSIBLE
  }

  /** The action of a rule that blocks a download. */
  enum Trigger {
    /** The artifact violates the rule: {@code block_download.active} in the rule's actions. */
    VIOLATION,
    /**
     * Xray has not finished scanning the artifact, or its scan result has expired: {@code
     * block_download.unscanned} in the rule's actions.
     */
    UNSCANNED
  }

  /** How certain it is that this cause blocks the download. */
  Verdict verdict();

  /** The name of the watch. */
  String watch();

  /**
   * The key of the watch's project; absent for a global watch, or if the watch could not be read.
   */
  Optional<String> watchProject();

  /** The name of the policy. */
  String policy();

  /** The type of the policy; absent if the server did not state it. */
  Optional<PolicyType> policyType();

  /** The name of the rule; absent if the policy could not be read and no violation names the rule. */
  Optional<String> rule();

  /** What makes the rule block; absent if the policy could not be read and no violation was found. */
  Optional<Trigger> trigger();

  /**
   * What the rule matches. Absent if the policy could not be read, and for {@link
   * Trigger#UNSCANNED}, because a rule blocks unscanned artifacts whatever its criteria are.
   */
  Optional<Criteria> criteria();

  /** The criteria in words, such as {@code severity High or above}; absent if there are none. */
  default Optional<String> criteriaInWords() {
    return criteria().flatMap(CriteriaWords::of);
  }

  /**
   * The resource of the watch that covers the repository. If the watch could not be read, a
   * resource that names only the repository.
   */
  WatchResource resource();

  /**
   * The key of the member to which the cause applies, if the artifact was requested from a virtual
   * repository. If the cause applies to several members, this is the one that serves the artifact
   * or, if that is not known, the first one, and {@link #reason()} names all of them. Absent if the
   * repository is not virtual, or if the member is not known.
   */
  Optional<String> member();

  /**
   * The number of violations that were found and that block the download by this rule. Absent for
   * {@link Trigger#UNSCANNED}, or if violations were not searched.
   */
  Optional<Integer> violationCount();

  /**
   * The violations that were found and that block the download by this rule. A violation that does
   * not name its rule and that several rules match is listed with each of them.
   */
  List<BlockingViolation> violations();

  /**
   * The narrowest ignore rules that together cover these violations, one for each; without those
   * for which no rule can be made.
   */
  default List<ProposedIgnoreRule> ignoreRules() {
    return violations().stream()
        .flatMap(violation -> violation.ignoreFilters().stream()
            .map(filters -> ProposedIgnoreRule.builder()
                .watch(watch())
                .project(watchProject())
                .violation(violation)
                .filters(filters)
                .build()))
        .collect(Collectors.toUnmodifiableList());
  }

  /** Why the rule blocks the download, or may block it, in one or more sentences for people. */
  String reason();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link BlockCause} values. Not thread-safe. */
  final class Builder extends ImmutableBlockCause.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
