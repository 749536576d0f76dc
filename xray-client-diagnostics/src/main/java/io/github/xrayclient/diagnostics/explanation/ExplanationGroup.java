package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * Explanations that have the same first cause: the same rule of a watch, the same curation
 * policies, or no cause and the same kind of refusal. Shows which cause of a long log is worth
 * removing first.
 */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface ExplanationGroup extends Serializable {
  /**
   * The watch, policy and rule, as the first explanation of the group names them. Absent if the
   * explanations have no cause.
   */
  Optional<BlockCause> cause();

  /**
   * The names of the curation policies that block the packages, in the order of the message; empty
   * if there is a {@link #cause()}, or if no curation policy is known.
   */
  List<String> curationPolicies();

  /**
   * The kind of the refusals, if there is neither a cause nor a curation policy. Absent otherwise,
   * and for explanations of a {@link RequestedArtifact}.
   */
  Optional<BlockedDownload.Kind> kind();

  /** The explanations, in their original order. Never empty. */
  List<BlockExplanation> explanations();

  /**
   * The number of refused downloads: for each explanation how often its refusal occurs in the log,
   * or 1 if that is not known.
   */
  default long downloads() {
    return explanations().stream().mapToLong(ExplanationGroup::occurrences).sum();
  }

  /** The keys of the repositories that are known, each once, in the order of the explanations. */
  default List<String> repositories() {
    return explanations().stream()
        .flatMap(explanation -> explanation.repository().stream())
        .distinct()
        .collect(Collectors.toUnmodifiableList());
  }

  /**
   * The number of explanations that have other causes, too. These downloads remain blocked if only
   * this cause is removed, unless the other causes turn out not to block them.
   */
  default int furtherCausesCount() {
    return Math.toIntExact(explanations().stream()
        .filter(explanation -> explanation.causes().stream()
                .map(ExplanationGroup::route)
                .distinct()
                .count()
            > 1)
        .count());
  }

  /**
   * Groups explanations by their first cause. Every explanation is in exactly one group. The groups
   * with the most downloads come first, and among equals those that occur first.
   */
  static List<ExplanationGroup> of(Collection<BlockExplanation> explanations) {
    Map<List<Object>, List<BlockExplanation>> groups = new LinkedHashMap<>();
    for (BlockExplanation explanation : Arguments.elements("explanations", explanations)) {
      groups.computeIfAbsent(key(explanation), absent -> new ArrayList<>()).add(explanation);
    }
    return groups.values().stream()
        .map(ExplanationGroup::group)
        .sorted(Comparator.comparingLong(ExplanationGroup::downloads).reversed())
        .collect(Collectors.toUnmodifiableList());
  }

  private static ExplanationGroup group(List<BlockExplanation> explanations) {
    BlockExplanation first = explanations.get(0);
    List<String> policies = policies(first);
    boolean isOther = first.causes().isEmpty() && policies.isEmpty();
    return builder()
        .cause(first.causes().stream().findFirst())
        .curationPolicies(policies)
        .kind(first.refusal().map(BlockedDownload::kind).filter(kind -> isOther))
        .explanations(explanations)
        .build();
  }

  private static List<Object> key(BlockExplanation explanation) {
    List<String> policies = policies(explanation);
    if (!explanation.causes().isEmpty()) {
      return List.of("cause", route(explanation.causes().get(0)));
    }
    return policies.isEmpty()
        ? List.of("kind", explanation.refusal().map(BlockedDownload::kind))
        : List.of("curation", policies);
  }

  private static List<Object> route(BlockCause cause) {
    return List.of(cause.watch(), cause.watchProject(), cause.policy(), cause.rule());
  }

  private static List<String> policies(BlockExplanation explanation) {
    return explanation.causes().isEmpty()
        ? explanation.curation().map(CurationRefusal::policies).orElse(List.of()).stream()
            .map(ViolatedPolicy::policy)
            .distinct()
            .collect(Collectors.toUnmodifiableList())
        : List.of();
  }

  private static long occurrences(BlockExplanation explanation) {
    return explanation.refusal().flatMap(BlockedDownload::count).orElse(1L);
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link ExplanationGroup} values. Not thread-safe. */
  final class Builder extends ImmutableExplanationGroup.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
