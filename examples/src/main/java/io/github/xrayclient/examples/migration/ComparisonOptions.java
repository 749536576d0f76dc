package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.examples.cli.RootCommand;
import io.github.xrayclient.examples.cli.Server;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options for how a directory is compared with a server. */
final class ComparisonOptions {
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

  @Option(
      names = "--waivers",
      paramLabel = "keep|exact|ignore",
      defaultValue = "keep",
      description = "What to do with waivers that exist only on the server: keep leaves them there,"
          + " and exact deletes them and also replaces waivers that differ. ignore leaves all waivers"
          + " on the server as they are, and adds none. Default: ${DEFAULT-VALUE}.")
  Waivers waivers;

  @Mixin
  MappingOptions mapping;

  @Option(
      names = "--as-dry-run",
      description =
          "Turns no blocking on: curation policies that would begin to block are dry runs,"
              + " and new rules that block downloads have this switched off, until the command promote"
              + " turns it on. What blocks already goes on blocking.")
  boolean asDryRun;

  /** A migration with these options, limited to a project if its key is not null. */
  Migration of(Server server, String project) {
    Migration migration = Migration.of(server.xray()).progress(ProgressLine.of(command));
    migration = project == null ? migration : migration.inProject(project);
    migration = migration.select(selection.selection()).mapping(mapping.mapping());
    migration = asDryRun ? migration.asDryRun() : migration;
    switch (waivers) {
      case EXACT:
        return migration.exactWaivers();
      case IGNORE:
        return migration.ignoreWaivers();
      default:
        return migration;
    }
  }

  /** Reads an exported directory, and says on standard error if it has no waivers. */
  Snapshot read(Path directory) {
    Snapshot snapshot = Snapshot.read(directory);
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
