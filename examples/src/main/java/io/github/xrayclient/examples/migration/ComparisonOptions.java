package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.examples.cli.RootCommand;
import io.github.xrayclient.examples.cli.Server;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that all comparisons of a directory with a server have. */
abstract class ComparisonOptions {
  @Spec(Target.MIXEE)
  CommandSpec command;

  /** What happens to waivers. */
  enum Waivers {
    KEEP,
    EXACT,
    IGNORE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin
  SelectionOptions selection;

  @Mixin
  MappingOptions mapping;

  /** What happens to waivers. */
  abstract Waivers waivers();

  /** Whether plans turn no blocking on and none off. */
  abstract boolean isDryRun();

  /** A migration with these options, limited to a project if its key is not null. */
  Migration of(Server server, String project) {
    Migration migration = Migration.of(server.xray()).progress(ProgressLine.of(command));
    migration = project == null ? migration : migration.inProject(project);
    migration = migration.select(selection.selection()).mapping(mapping.mapping());
    migration = isDryRun() ? migration.asDryRun() : migration;
    switch (waivers()) {
      case EXACT:
        return migration.exactWaivers();
      case IGNORE:
        return migration.ignoreWaivers();
      default:
        return migration;
    }
  }

  /**
   * Reads the selected kinds from an exported directory, and says on standard error if it has no
   * waivers. All kinds are read for a mapping, whose entries may name what other kinds use.
   */
  Snapshot read(Path directory) {
    Snapshot snapshot = mapping.isGiven()
        ? Snapshot.read(directory)
        : Snapshot.read(directory, selection.selection().kinds());
    if (!snapshot.includesWaivers()) {
      RootCommand.of(command)
          .messages()
          .warning("Waivers are not compared, because " + directory + " was exported without them");
    }
    return snapshot;
  }

  /** Checks the options before the server is read. */
  void check() {
    selection.selection();
    mapping.check();
  }
}
