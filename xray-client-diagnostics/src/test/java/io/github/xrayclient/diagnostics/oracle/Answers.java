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
  static final String NOT_NAMED = "NOT_NAMED";
  private static final List<String> VERDICTS = List.of("CONFIRMED", "LIKELY", "POSSIBLE");

  private final BlockExplanation explanation;
  private final Map<String, String> outcomes = new LinkedHashMap<>();
  private final List<String> contradictions = new ArrayList<>();

  Answers(BlockExplanation explanation) {
    this.explanation = explanation;
    for (BlockCause cause : explanation.causes()) {
      put(words(cause), cause.verdict().name());
    }
    for (RuledOut fact : explanation.ruledOut()) {
      String outcome = "RULED_OUT " + fact.fact();
      List<String> triggers = fact.trigger().isPresent()
          ? List.of(fact.trigger().get().name())
          : fact.rule().isPresent() ? List.of("VIOLATION", "UNSCANNED") : List.of("-");
      for (String trigger : triggers) {
        put(
            Expectation.cause(
                fact.watch(), fact.policy().orElse("-"), fact.rule().orElse("-"), trigger),
            outcome);
      }
    }
  }

  private static String words(BlockCause cause) {
    return Expectation.cause(
        cause.watch(),
        cause.policy(),
        cause.rule().orElse("-"),
        cause.trigger().map(Enum::name).orElse("-"));
  }

  private void put(String cause, String outcome) {
    String other = outcomes.put(cause, outcome);
    if (other != null && !other.equals(outcome)) {
      contradictions.add(cause + " is both " + other + " and " + outcome);
    }
  }

  String outcome(String cause) {
    return outcomes.getOrDefault(cause, NOT_NAMED);
  }

  /** The causes that were found. */
  Set<String> causes() {
    return explanation.causes().stream()
        .map(Answers::words)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  List<String> contradictions() {
    return contradictions;
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
    int verdict = VERDICTS.indexOf(cause.verdict().name());
    boolean isUnscanned =
        cause.trigger().filter(BlockCause.Trigger.UNSCANNED::equals).isPresent();
    return unscannedFirst && !isUnscanned && verdict > 0 ? verdict + VERDICTS.size() : verdict;
  }

  @Override
  public String toString() {
    return outcomes + ", not checked " + notChecked();
  }
}
