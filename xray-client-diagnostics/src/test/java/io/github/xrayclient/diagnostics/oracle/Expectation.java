package io.github.xrayclient.diagnostics.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private boolean isOpen;
  private boolean isOrderOpen;

  /** Whether nothing can be read, so that there must be no answer. */
  boolean isWithoutAnswer;

  /** A watch in words. Each project may have one of this name. */
  static String watch(String name, String project) {
    return name + "@" + project;
  }

  static String cause(String watch, String policy, String rule, String trigger) {
    return watch + "/" + policy + "/" + rule + "/" + trigger;
  }

  void allow(String cause, Set<String> allowed) {
    outcomes.computeIfAbsent(cause, absent -> new TreeSet<>()).addAll(allowed);
  }

  /** Also allows these outcomes for each rule on violations of a policy, in each watch of a name. */
  void allowOfPolicy(String watch, String policy, Set<String> allowed) {
    outcomes.forEach((cause, all) -> {
      boolean isNamed = cause.startsWith(watch + "@") && cause.contains("/" + policy + "/");
      if (isNamed && !cause.endsWith("/UNSCANNED")) {
        all.addAll(allowed);
      }
    });
  }

  /**
   * The expectation for a virtual repository.
   *
   * @param serving the expectation for the member that is known to store the file
   */
  static Expectation ofMembers(List<Expectation> members, Optional<Expectation> serving) {
    Expectation all = new Expectation();
    Set<String> causes = new TreeSet<>();
    members.forEach(member -> causes.addAll(member.outcomes.keySet()));
    for (String cause : causes) {
      Set<String> best = Set.of(Outcomes.NOT_NAMED);
      for (Expectation member : members) {
        Set<String> own = member.outcomes.getOrDefault(cause, Set.of(Outcomes.NOT_NAMED));
        boolean isElsewhere = serving.filter(known -> known != member).isPresent();
        best = Outcomes.best(best, isElsewhere ? Outcomes.elsewhere(own) : own);
      }
      all.allow(cause, best);
    }
    all.isOrderOpen = serving.isEmpty();
    all.isUnscannedFirst = serving.filter(known -> known.isUnscannedFirst).isPresent();
    members.forEach(member -> all.notChecked.addAll(member.notChecked));
    return all;
  }

  /** Allows nothing but this. */
  void replace(String cause, Set<String> allowed) {
    outcomes.remove(cause);
    allow(cause, allowed);
  }

  /** Whether a name with this end must be that of a cause. */
  boolean hasCauses(String end) {
    return outcomes.entrySet().stream()
        .anyMatch(entry ->
            entry.getKey().endsWith(end) && entry.getValue().stream().allMatch(Outcomes::isCause));
  }

  static Expectation ofNoAnswer() {
    Expectation none = new Expectation();
    none.isWithoutAnswer = true;
    return none;
  }

  /** Allows what this expectation or another one allows, and demands only what this one does. */
  Expectation or(Expectation other) {
    other.outcomes.forEach(this::allow);
    outcomes.keySet().stream()
        .filter(cause -> !other.outcomes.containsKey(cause))
        .forEach(cause -> allow(cause, Set.of(Outcomes.NOT_NAMED)));
    isOrderOpen = true;
    return this;
  }

  /** Only what was not checked counts, because the members of a virtual repository are not known. */
  static Expectation ofUnknownMembers() {
    Expectation open = new Expectation();
    open.isOpen = true;
    open.demand("MEMBERS", "REPOSITORY", "REPOSITORY_PROJECT");
    return open;
  }

  void demand(String... subjects) {
    notChecked.add(Set.of(subjects));
  }

  /** The disagreements of an explanation with this expectation, in words. */
  List<String> disagreements(Answers answers) {
    List<String> wrong = new ArrayList<>(answers.contradictions());
    outcomes.forEach((cause, allowed) -> {
      for (String outcome : answers.outcomes(cause)) {
        if (!allowed.contains(outcome)) {
          wrong.add(cause + " is " + outcome + ", but must be " + String.join(" or ", allowed));
        }
      }
    });
    for (String cause : answers.causes()) {
      if (!isOpen && !outcomes.containsKey(cause)) {
        wrong.add(cause + " is " + answers.outcomes(cause) + ", but must not be named");
      }
    }
    for (Set<String> any : notChecked) {
      if (any.stream().noneMatch(answers.notChecked()::contains)) {
        wrong.add("not checked are " + answers.notChecked() + ", but must name one of " + any);
      }
    }
    if (isOpen || isOrderOpen) {
      return wrong;
    }
    answers.outOfOrder(isUnscannedFirst).ifPresent(wrong::add);
    return wrong;
  }

  @Override
  public String toString() {
    return outcomes + ", not checked " + notChecked + ", unscanned first " + isUnscannedFirst;
  }
}
