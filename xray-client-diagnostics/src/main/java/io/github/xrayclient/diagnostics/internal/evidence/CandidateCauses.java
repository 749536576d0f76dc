package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.Coverage;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.explanation.Trigger;
import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.diagnostics.internal.coverage.IndexedWatch;
import io.github.xrayclient.diagnostics.internal.coverage.ResourceMatch;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may stand behind a block, and who does not. Not thread-safe. */
public final class CandidateCauses {
  /** The surest first. */
  private static final Comparator<BlockCause> ORDER = Comparator.comparing(BlockCause::verdict)
      .thenComparing(BlockCause::watch)
      .thenComparing(BlockCause::policy);

  private final List<CandidateCause> suspects = new ArrayList<>();
  private final List<RuledOut> ruledOut = new ArrayList<>();
  private final List<BlockCause> convicted = new ArrayList<>();
  private String member = "";

  /** Says which member of a virtual repository those that are added next are about, if it is one. */
  CandidateCauses about(String repository, boolean isMember) {
    member = isMember ? repository : "";
    return this;
  }

  /** Adds what the watches do that are about an artifact's repository. */
  public void addAll(WatchIndex index, RequestedArtifact artifact) {
    index.forEachNear(artifact, this::add);
  }

  /** Adds what a watch that is near does, or why it does nothing. */
  void add(IndexedWatch watch, ResourceMatch match) {
    if (watch.isInactive()) {
      ruleOut(watch, "the watch is not active");
    } else if (match.coverage() == Coverage.NO) {
      ruleOut(watch, match.reason());
    } else {
      watch
          .unread()
          .forEach(
              policy -> suspects.add(new CandidateCause(watch.watch(), match, policy, member)));
      for (BlockingRule rule : watch.rules()) {
        rule.triggers()
            .forEach(trigger ->
                suspects.add(new CandidateCause(watch.watch(), match, rule, trigger, member)));
      }
    }
  }

  /**
   * Adds a cause that needs no more evidence, unless it is there. What was ruled out of it goes, but
   * for rules that act on unscanned artifacts only: a violation is no proof of these.
   */
  void convict(BlockCause cause) {
    boolean known = convicted.stream()
        .anyMatch(other -> other.watch().equals(cause.watch())
            && other.policy().equals(cause.policy())
            && other.rule().equals(cause.rule()));
    if (!known) {
      convicted.add(cause);
      ruledOut.removeIf(fact -> fact.watch().equals(cause.watch())
          && fact.policy().equals(Optional.of(cause.policy()))
          && !fact.trigger().equals(Optional.of(Trigger.UNSCANNED))
          && (cause.rule().isEmpty() || fact.rule().equals(cause.rule())));
    }
  }

  /** Notes a watch that does nothing. */
  void ruleOut(RuledOut fact) {
    ruledOut.add(fact);
  }

  /** Moves those that are like this to those that do nothing. */
  void ruleOut(Predicate<CandidateCause> like, String fact) {
    for (CandidateCause suspect : List.copyOf(suspects)) {
      if (like.test(suspect)) {
        suspects.remove(suspect);
        ruledOut.add(RuledOut.builder()
            .watch(suspect.watch().name())
            .policy(suspect.policy())
            .rule(suspect.rule().map(BlockingRule::name))
            .trigger(suspect.trigger())
            .reason(fact)
            .build());
      }
    }
  }

  private void ruleOut(IndexedWatch watch, String fact) {
    for (BlockingRule rule : watch.rules()) {
      ruledOut.add(RuledOut.builder()
          .watch(watch.watch().name())
          .policy(rule.policy().name())
          .rule(rule.name())
          .reason(fact)
          .build());
    }
  }

  boolean isEmpty() {
    return suspects.isEmpty() && convicted.isEmpty();
  }

  Stream<CandidateCause> stream() {
    return suspects.stream();
  }

  /** Those that a violation would be proof of. */
  List<CandidateCause> byViolation() {
    return suspects.stream()
        .filter(suspect -> !suspect.is(Trigger.UNSCANNED))
        .collect(Collectors.toList());
  }

  boolean has(Trigger trigger) {
    return suspects.stream().anyMatch(suspect -> suspect.is(trigger));
  }

  /** The causes; what is the same for several members of a virtual repository is one of them. */
  public List<BlockCause> causes() {
    Map<List<Object>, List<CandidateCause>> same = new LinkedHashMap<>();
    suspects.forEach(suspect ->
        same.computeIfAbsent(suspect.identity(), absent -> new ArrayList<>(1)).add(suspect));
    return Stream.concat(convicted.stream(), same.values().stream().map(CandidateCauses::cause))
        .sorted(ORDER)
        .collect(Collectors.toList());
  }

  private static BlockCause cause(List<CandidateCause> same) {
    CandidateCause surest = Collections.min(same, Comparator.comparing(CandidateCause::verdict));
    BlockCause cause = surest.toCause();
    Set<String> members = same.stream()
        .filter(suspect -> suspect.verdict() == surest.verdict())
        .map(CandidateCause::member)
        .filter(key -> !key.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
    return members.isEmpty()
        ? cause
        : cause.toBuilder()
            .reason(cause.reason() + " This is so for what member " + String.join(" or ", members)
                + " of the virtual repository serves.")
            .build();
  }

  /** Those that do nothing for any member. */
  public List<RuledOut> ruledOut() {
    Map<List<Object>, RuledOut> distinct = new LinkedHashMap<>();
    for (RuledOut fact : ruledOut) {
      distinct.putIfAbsent(List.of(fact.watch(), fact.policy(), fact.rule(), fact.reason()), fact);
    }
    return List.copyOf(distinct.values());
  }
}
