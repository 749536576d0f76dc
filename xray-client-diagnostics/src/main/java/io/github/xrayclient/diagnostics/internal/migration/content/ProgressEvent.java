package io.github.xrayclient.diagnostics.internal.migration.content;

import io.github.xrayclient.diagnostics.migration.MigrationProgress;
import io.github.xrayclient.diagnostics.migration.MigrationProgress.Phase;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.util.Optional;
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

  private ProgressEvent(
      Phase phase,
      int position,
      int total,
      @Nullable ObjectKind kind,
      @Nullable ObjectKey object,
      PlanStep.@Nullable Action action,
      OptionalInt objects,
      String words) {
    this.phase = phase;
    this.position = position;
    this.total = total;
    this.kind = kind;
    this.object = object;
    this.action = action;
    this.objects = objects;
    this.words = words;
  }

  static MigrationProgress.Event read(int position, int total, ObjectKind kind, int objects) {
    return new ProgressEvent(
        Phase.READ,
        position,
        total,
        kind,
        null,
        null,
        OptionalInt.of(objects),
        "read " + objects + " " + words(kind, objects));
  }

  private static String words(ObjectKind kind, int objects) {
    return objects == 1 ? kind.toString() : ObjectKinds.plural(kind);
  }

  static MigrationProgress.Event of(Phase phase, int objects) {
    String what = objects + (objects == 1 ? " object" : " objects");
    String words =
        phase == Phase.COMPARE ? "compare " + what : "look up what " + what + " need on the target";
    return new ProgressEvent(phase, 1, 1, null, null, null, OptionalInt.of(objects), words);
  }

  static MigrationProgress.Event step(
      Phase phase, int position, int total, PlanStep.Action action, ObjectKey object) {
    return new ProgressEvent(
        phase,
        position,
        total,
        object.kind(),
        object,
        action,
        OptionalInt.empty(),
        StepWords.of(action, object));
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
  public String toString() {
    return words;
  }
}
