package io.github.xrayclient.examples.ignore;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.value.NameOrId;
import io.github.xrayclient.watch.Watch;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the watch that an option means: one of the project, or a global one. */
final class NamedWatch {
  private NamedWatch() {}

  /** The name of a watch that must exist, unless it is given as {@code name:TEXT}. */
  static String existing(NameOrId watch, XrayClient xray, @Nullable String project) {
    return watch.mayBeId()
        ? ofProject(watch, xray, project).orElseGet(() -> xray.watches().nameOf(watch))
        : watch.text();
  }

  /** The name of a watch that need not exist any more, unless it is given as {@code id:TEXT}. */
  static String everUsed(NameOrId watch, XrayClient xray, @Nullable String project) {
    if (!watch.mayBeId() || !watch.mayBeName()) {
      return existing(watch, xray, project);
    }
    return ofProject(watch, xray, project)
        .or(() -> xray.watches().find(watch).map(Watch::name))
        .orElse(watch.text());
  }

  private static Optional<String> ofProject(
      NameOrId watch, XrayClient xray, @Nullable String project) {
    return project == null
        ? Optional.empty()
        : xray.watches().inProject(project).find(watch).map(Watch::name);
  }
}
