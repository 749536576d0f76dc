package io.github.xrayclient.diagnostics.block;

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
final class Suspects {
  /** The surest first. */
  private static final Comparator<BlockCause> ORDER = Comparator.comparing(BlockCause::verdict)
      .thenComparing(BlockCause::watch)
      .thenComparing(BlockCause::policy);

  private final List<Suspect> suspects = new ArrayList<>();
  private final List<RuledOut> ruledOut = new ArrayList<>();
  private final List<BlockCause> convicted = new ArrayList<>();
  private String member = "";

  /** Says which member of a virtual repository those that are added next are about, if it is one. */
  Suspects about(String repository, boolean isMember) {
    member = isMember ? repository : "";
    return this;
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
          .forEach(policy -> suspects.add(new Suspect(watch.watch(), match, policy, member)));
      for (BlockingRule rule : watch.rules()) {
        rule.triggers()
            .forEach(
                trigger -> suspects.add(new Suspect(watch.watch(), match, rule, trigger, member)));
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
  void ruleOut(Predicate<Suspect> like, String fact) {
    for (Suspect suspect : List.copyOf(suspects)) {
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

  Stream<Suspect> stream() {
    return suspects.stream();
  }

  /** Those that a violation would be proof of. */
  List<Suspect> byViolation() {
    return suspects.stream()
        .filter(suspect -> !suspect.is(Trigger.UNSCANNED))
        .collect(Collectors.toList());
  }

  boolean has(Trigger trigger) {
    return suspects.stream().anyMatch(suspect -> suspect.is(trigger));
  }

  /** The causes; what is the same for several members of a virtual repository is one of them. */
  List<BlockCause> causes() {
    Map<List<Object>, List<Suspect>> same = new LinkedHashMap<>();
    suspects.forEach(suspect ->
        same.computeIfAbsent(suspect.identity(), absent -> new ArrayList<>(1)).add(suspect));
    return Stream.concat(convicted.stream(), same.values().stream().map(Suspects::cause))
        .sorted(ORDER)
        .collect(Collectors.toList());
  }

  private static BlockCause cause(List<Suspect> same) {
    Suspect surest = Collections.min(same, Comparator.comparing(Suspect::verdict));
    BlockCause cause = surest.toCause();
    Set<String> members = same.stream()
        .filter(suspect -> suspect.verdict() == surest.verdict())
        .map(Suspect::member)
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
  List<RuledOut> ruledOut() {
    Map<List<Object>, RuledOut> distinct = new LinkedHashMap<>();
    for (RuledOut fact : ruledOut) {
      distinct.putIfAbsent(List.of(fact.watch(), fact.policy(), fact.rule(), fact.reason()), fact);
    }
    return List.copyOf(distinct.values());
  }
}
