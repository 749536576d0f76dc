package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.MigrationProgress;
import io.github.xrayclient.examples.cli.RootCommand;
import io.github.xrayclient.examples.terminal.StatusLine;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** Shows the progress of a migration on a terminal, with counts and rate. */
final class ProgressLine implements MigrationProgress {
  private final StatusLine status;

  ProgressLine(StatusLine status) {
    this.status = status;
  }

  static ProgressLine of(CommandSpec command) {
    return new ProgressLine(RootCommand.of(command).status());
  }

  @Override
  public void onEvent(Event event) {
    status.show(() -> text(event) + rate(event));
  }

  private static String text(Event event) {
    switch (event.phase()) {
      case APPLY:
        return "apply: " + steps(event);
      case ROLL_BACK:
        return "roll back: " + steps(event);
      default:
        return event.toString();
    }
  }

  /** The event is sent before a step begins, so one step less is done. */
  private static String steps(Event event) {
    return String.format(Locale.ROOT, "%,d of %,d steps", event.position() - 1, event.total());
  }

  private static String rate(Event event) {
    return event.perSecond().isPresent()
        ? String.format(Locale.ROOT, ", %,.0f per second", event.perSecond().getAsDouble())
        : "";
  }
}
