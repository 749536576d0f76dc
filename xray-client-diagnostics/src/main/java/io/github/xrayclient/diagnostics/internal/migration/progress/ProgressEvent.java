package io.github.xrayclient.diagnostics.internal.migration.progress;

import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.StepWords;
import io.github.xrayclient.diagnostics.migration.MigrationProgress;
import io.github.xrayclient.diagnostics.migration.MigrationProgress.Phase;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** An event for the listener of a migration. */
final class ProgressEvent implements MigrationProgress.Event {
  private final Phase phase;
  private final int position;
  private final int total;
  private final @Nullable ObjectKind kind;
  private final @Nullable ObjectKey object;
  private final PlanStep.@Nullable Action action;
  private final OptionalInt objects;
  private final String words;
  private final Pace pace;

  private ProgressEvent(
      Phase phase,
      int position,
      int total,
      @Nullable ObjectKind kind,
      @Nullable ObjectKey object,
      PlanStep.@Nullable Action action,
      OptionalInt objects,
      String words,
      Pace pace) {
    this.phase = phase;
    this.position = position;
    this.total = total;
    this.kind = kind;
    this.object = object;
    this.action = action;
    this.objects = objects;
    this.words = words;
    this.pace = pace;
  }

  /** The event after the objects of a kind were read, or some of them. */
  static MigrationProgress.Event read(
      Phase phase, int position, int total, ObjectKind kind, int objects, Duration elapsed) {
    return new ProgressEvent(
        phase,
        position,
        total,
        kind,
        null,
        null,
        OptionalInt.of(objects),
        "read " + objects + " " + words(kind, objects)
            + (phase == Phase.READ_PAGE ? " so far" : ""),
        new Pace(objects, elapsed));
  }

  private static String words(ObjectKind kind, int objects) {
    return objects == 1 ? kind.toString() : ObjectKinds.plural(kind);
  }

  static MigrationProgress.Event of(Phase phase, int objects) {
    String what = objects + (objects == 1 ? " object" : " objects");
    String words =
        phase == Phase.COMPARE ? "compare " + what : "look up what " + what + " need on the target";
    return new ProgressEvent(
        phase, 1, 1, null, null, null, OptionalInt.of(objects), words, Pace.NONE);
  }

  static MigrationProgress.Event step(
      Phase phase, int position, int total, PlanStep.Action action, ObjectKey object, Pace pace) {
    return new ProgressEvent(
        phase,
        position,
        total,
        object.kind(),
        object,
        action,
        OptionalInt.empty(),
        StepWords.of(action, object),
        pace);
  }

  @Override
  public Phase phase() {
    return phase;
  }

  @Override
  public int position() {
    return position;
  }

  @Override
  public int total() {
    return total;
  }

  @Override
  public Optional<ObjectKind> objectKind() {
    return Optional.ofNullable(kind);
  }

  @Override
  public Optional<ObjectKey> object() {
    return Optional.ofNullable(object);
  }

  @Override
  public Optional<PlanStep.Action> action() {
    return Optional.ofNullable(action);
  }

  @Override
  public OptionalInt objectCount() {
    return objects;
  }

  @Override
  public Duration elapsed() {
    return pace.elapsed();
  }

  @Override
  public OptionalDouble perSecond() {
    return pace.perSecond();
  }

  @Override
  public String toString() {
    return words;
  }
}
