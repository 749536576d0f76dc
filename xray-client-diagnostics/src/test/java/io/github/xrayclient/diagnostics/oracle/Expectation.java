package io.github.xrayclient.diagnostics.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the documents allow an explanation to say. */
final class Expectation {
  /** For each cause in words, such as {@code w/p/r/VIOLATION}, the outcomes that are right. */
  private final Map<String, Set<String>> outcomes = new TreeMap<>();

  /** Of each of these sets, one subject must be named as not checked. */
  private final List<Set<String>> notChecked = new ArrayList<>();

  /** Whether the evidence says that the artifact is blocked because it is not scanned. */
  boolean isUnscannedFirst;

  static String cause(String watch, String policy, String rule, String trigger) {
    return watch + "/" + policy + "/" + rule + "/" + trigger;
  }

  void allow(String cause, Set<String> allowed) {
    outcomes.computeIfAbsent(cause, absent -> new TreeSet<>()).addAll(allowed);
  }

  /** Allows nothing but this. */
  void replace(String cause, Set<String> allowed) {
    outcomes.remove(cause);
    allow(cause, allowed);
  }

  void demand(String... subjects) {
    notChecked.add(Set.of(subjects));
  }

  /** The disagreements of an explanation with this expectation, in words. */
  List<String> disagreements(Answers answers) {
    List<String> wrong = new ArrayList<>(answers.contradictions());
    outcomes.forEach((cause, allowed) -> {
      String outcome = answers.outcome(cause);
      if (!allowed.contains(outcome)) {
        wrong.add(cause + " is " + outcome + ", but must be " + String.join(" or ", allowed));
      }
    });
    for (String cause : answers.causes()) {
      if (!outcomes.containsKey(cause)) {
        wrong.add(cause + " is " + answers.outcome(cause) + ", but must not be named");
      }
    }
    for (Set<String> any : notChecked) {
      if (any.stream().noneMatch(answers.notChecked()::contains)) {
        wrong.add("not checked are " + answers.notChecked() + ", but must name one of " + any);
      }
    }
    answers.outOfOrder(isUnscannedFirst).ifPresent(wrong::add);
    return wrong;
  }

  @Override
  public String toString() {
    return outcomes + ", not checked " + notChecked + ", unscanned first " + isUnscannedFirst;
  }
}
