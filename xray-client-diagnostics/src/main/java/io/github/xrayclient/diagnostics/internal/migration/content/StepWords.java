package io.github.xrayclient.diagnostics.internal.migration.content;

import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanStep;

/** The words of a step in lists, which programs may read: action, kind and name, without quotes. */
public final class StepWords {
  private StepWords() {}

  /** In the form {@code create watch libs}, for objects of a project with its key at the end. */
  public static String of(PlanStep.Action action, ObjectKey object) {
    return action + " " + object.kind() + " " + object.name()
        + object.projectKey().map(key -> " in project " + key).orElse("");
  }
}
