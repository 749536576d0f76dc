package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.diagnostics.internal.migration.content.CreationOrder;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanContent;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlannedStep;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds ignore rules that two applies of a plan created twice. Ignore rules have no names that
 * could be read again after each of them was created, and nothing refers to them, so all are
 * compared once after the last step. Of equal rules, as many stay as the plan creates, those that
 * were created first. Each apply deletes only its own, and goes on with the ids of those that stay.
 */
final class RuleTwins {
  private final OpenJournal journal;
  private final StepRunner runner;

  /** The steps that create rules. */
  private final List<PlannedStep> steps = new ArrayList<>();

  /** For the number of each of these steps, how many steps create an equal rule, itself included. */
  private final Map<Integer, Integer> wanted = new HashMap<>();

  private final Supplier<ObjectSource> source;
  private @Nullable ObjectSource rules;

  /**
   * @param source reads the rules; called once, and only if the plan creates rules
   */
  RuleTwins(
      PlanContent plan, OpenJournal journal, StepRunner runner, Supplier<ObjectSource> source) {
    this.source = source;
    this.journal = journal;
    this.runner = runner;
    Map<List<Object>, List<PlannedStep>> byContent = new HashMap<>();
    for (PlannedStep step : plan.steps()) {
      if (step.object().kind() == ObjectKind.IGNORE_RULES
          && step.action() == PlanStep.Action.CREATE) {
        steps.add(step);
        byContent.computeIfAbsent(contentOf(step), absent -> new ArrayList<>()).add(step);
      }
    }
    byContent
        .values()
        .forEach(equal -> equal.forEach(step -> wanted.put(step.number(), equal.size())));
  }

  private static List<Object> contentOf(PlannedStep step) {
    ObjectWrite write = PlannedWrites.of(step, id -> id);
    return List.of(step.object().projectKey().orElse(""), write.expected());
  }

  /** The steps that are done and create rules. */
  List<PlannedStep> steps() {
    return steps.stream()
        .filter(step -> recorded(step).filter(JournalStep::isDone).isPresent())
        .collect(Collectors.toList());
  }

  /**
   * Deletes a rule that this step created, if others that were created before are enough, and goes
   * on with one of them.
   */
  void resolve(PlannedStep step) {
    JournalStep own = recorded(step).orElseThrow();
    List<StoredObject> equal = equal(step, own.write());
    boolean isEqual = equal.stream().anyMatch(rule -> rule.id().equals(own.id()));
    if (!isEqual && rules().find(own.write().key, own.id()).isPresent()) {
      return; // the server stored it with other values, so it cannot be compared
    }
    int count = Math.min(wanted(step), equal.size());
    List<StoredObject> staying = equal.subList(0, count);
    Set<String> taken = takenBesides(step);
    Optional<StoredObject> mine = staying.stream()
        .filter(rule -> rule.id().equals(own.id()))
        .findFirst()
        .or(() -> staying.stream().filter(rule -> !taken.contains(rule.id())).findFirst());
    mine.ifPresent(remaining -> {
      equal.stream()
          .skip(count)
          .filter(rule -> own.mayHaveCreated().contains(rule.id()))
          .forEach(rule -> runner.removeTwin(own, rule, remaining));
      if (!remaining.id().equals(own.id())) {
        runner.reassign(own, remaining);
      }
    });
  }

  /** How many steps create an equal rule, this one included. */
  private int wanted(PlannedStep step) {
    return wanted.getOrDefault(step.number(), 1);
  }

  /** The ids of the rules that other steps go on with. */
  private Set<String> takenBesides(PlannedStep step) {
    if (wanted(step) == 1) {
      return Set.of();
    }
    return steps().stream()
        .filter(other -> other.number() != step.number())
        .flatMap(other -> recorded(other).stream())
        .map(JournalStep::id)
        .collect(Collectors.toSet());
  }

  /** The rules that this step or the same step of another apply created, the first one first. */
  private List<StoredObject> equal(PlannedStep step, ObjectWrite write) {
    List<StoredObject> equal = new ArrayList<>(rules().alike(write.key, write.expected()));
    equal.removeIf(rule -> step.equalRules().contains(rule.id()) || !write.isMadeOf(rule));
    equal.sort(CreationOrder.OF_OBJECTS);
    return equal;
  }

  private ObjectSource rules() {
    ObjectSource read = rules == null ? source.get() : rules;
    rules = read;
    return read;
  }

  private Optional<JournalStep> recorded(PlannedStep step) {
    return Optional.ofNullable(journal.steps().get(step.number()));
  }
}
