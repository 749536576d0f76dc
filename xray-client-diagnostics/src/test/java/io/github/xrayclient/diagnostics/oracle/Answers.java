package io.github.xrayclient.diagnostics.oracle;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An explanation, in the words of an {@link Expectation}. */
final class Answers {
  private final BlockExplanation explanation;
  private final Map<String, Set<String>> outcomes = new LinkedHashMap<>();
  private final List<String> contradictions = new ArrayList<>();

  Answers(BlockExplanation explanation) {
    this.explanation = explanation;
    Set<String> named = new TreeSet<>();
    for (BlockCause cause : explanation.causes()) {
      put(words(cause), cause.verdict().name());
      String ofMember =
          words(cause) + cause.member().map(key -> " in member " + key).orElse("");
      if (!named.add(ofMember)) {
        contradictions.add(ofMember + " is named twice");
      }
    }
    for (RuledOut fact : explanation.ruledOut()) {
      String outcome = Outcomes.RULED_OUT + fact.fact();
      List<String> triggers = fact.trigger().isPresent()
          ? List.of(fact.trigger().get().name())
          : fact.rule().isPresent() ? List.of("VIOLATION", "UNSCANNED") : List.of("-");
      for (String trigger : triggers) {
        put(
            Expectation.cause(
                Expectation.watch(fact.watch(), fact.watchProject().orElse("")),
                fact.policy().orElse("-"),
                fact.rule().orElse("-"),
                trigger),
            outcome);
      }
    }
  }

  private static String words(BlockCause cause) {
    return Expectation.cause(
        Expectation.watch(cause.watch(), cause.watchProject().orElse("")),
        cause.policy(),
        cause.rule().orElse("-"),
        cause.trigger().map(Enum::name).orElse("-"));
  }

  private void put(String cause, String outcome) {
    outcomes.computeIfAbsent(cause, absent -> new TreeSet<>()).add(outcome);
  }

  /** The outcomes of a cause. Of several members of a virtual repository, the most certain one counts. */
  Set<String> outcomes(String cause) {
    Set<String> all = outcomes.getOrDefault(cause, Set.of(Outcomes.NOT_NAMED));
    return Outcomes.VERDICTS.stream()
        .filter(all::contains)
        .findFirst()
        .map(Set::of)
        .orElse(all);
  }

  /** The causes that were found. */
  Set<String> causes() {
    return explanation.causes().stream()
        .map(Answers::words)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is both a cause and ruled out, or a cause of one member more than once, in words. */
  List<String> contradictions() {
    List<String> wrong = new ArrayList<>(contradictions);
    outcomes.forEach((cause, all) -> {
      if (all.stream().anyMatch(Outcomes::isCause) && !all.stream().allMatch(Outcomes::isCause)) {
        wrong.add(cause + " is all of " + all);
      }
    });
    return wrong;
  }

  Set<String> notChecked() {
    return explanation.notChecked().stream()
        .map(entry -> entry.what().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Two causes in the wrong order, in words. */
  Optional<String> outOfOrder(boolean unscannedFirst) {
    List<BlockCause> causes = explanation.causes();
    for (int i = 1; i < causes.size(); i++) {
      if (rank(causes.get(i - 1), unscannedFirst) > rank(causes.get(i), unscannedFirst)) {
        return Optional.of(words(causes.get(i)) + " must come before " + words(causes.get(i - 1)));
      }
    }
    return Optional.empty();
  }

  private static int rank(BlockCause cause, boolean unscannedFirst) {
    int verdict = Outcomes.VERDICTS.indexOf(cause.verdict().name());
    boolean isUnscanned =
        cause.trigger().filter(BlockCause.Trigger.UNSCANNED::equals).isPresent();
    return unscannedFirst && !isUnscanned && verdict > 0
        ? verdict + Outcomes.VERDICTS.size()
        : verdict;
  }

  @Override
  public String toString() {
    return outcomes + ", not checked " + notChecked();
  }
}
