package io.github.xrayclient.diagnostics.oracle;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The outcomes that are right for a cause: its verdict, the fact that rules it out, or no mention. */
final class Outcomes {
  static final String NOT_NAMED = "NOT_NAMED";
  static final String RULED_OUT = "RULED_OUT ";
  static final List<String> VERDICTS = List.of("CONFIRMED", "LIKELY", "POSSIBLE");

  private Outcomes() {}

  static boolean isCause(String outcome) {
    return VERDICTS.contains(outcome);
  }

  /** The outcomes under one more condition. */
  static Set<String> lowered(Set<String> outcomes) {
    Set<String> lowered = new TreeSet<>(outcomes);
    if (lowered.remove("LIKELY")) {
      lowered.add("POSSIBLE");
    }
    return lowered;
  }

  /** The outcomes in a member of a virtual repository if another one stores the file. */
  static Set<String> elsewhere(Set<String> outcomes) {
    Set<String> lowered = lowered(outcomes);
    if (lowered.contains("CONFIRMED")) {
      lowered.add("POSSIBLE");
    }
    return lowered;
  }

  /** The outcomes for several members of a virtual repository, of which the most certain one counts. */
  static Set<String> best(Set<String> first, Set<String> second) {
    Set<String> best = new TreeSet<>();
    for (String one : first) {
      for (String other : second) {
        if (rank(one) <= rank(other)) {
          best.add(one);
        }
        if (rank(other) <= rank(one)) {
          best.add(other);
        }
      }
    }
    return best;
  }

  private static int rank(String outcome) {
    return isCause(outcome)
        ? VERDICTS.indexOf(outcome)
        : outcome.equals(NOT_NAMED) ? VERDICTS.size() + 1 : VERDICTS.size();
  }
}
