package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.UsageErrors;
import io.github.xrayclient.examples.cli.Visible;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options for how a directory is compared with a server. */
final class PlanOptions {
  @Spec(Target.MIXEE)
  CommandSpec command;

  private static final int DEFAULT_MAX_DELETES = 10;

  /** What happens to waivers that only the server has. */
  enum Waivers {
    KEEP,
    EXACT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--prune",
      description =
          "Also plans to delete objects that exist only on the server, of those that --only"
              + " and --except select. Objects that others need are kept. Default: all are kept.")
  boolean prune;

  @Option(
      names = "--max-deletes",
      paramLabel = "N",
      description = "With --prune, how many objects the plan may delete. If there are more, the"
          + " command fails. Default: " + DEFAULT_MAX_DELETES + ".")
  Integer maxDeletes;

  @Mixin
  SelectionOptions selection;

  @Option(
      names = "--waivers",
      paramLabel = "keep|exact",
      defaultValue = "keep",
      description = "What to do with waivers that exist only on the server: keep leaves them there,"
          + " and exact deletes them and also replaces waivers that differ. Default:"
          + " ${DEFAULT-VALUE}.")
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
    Migration migration = Migration.of(server.xray());
    migration = project == null ? migration : migration.inProject(project);
    migration = migration.select(selection.selection());
    migration = prune ? migration.prune(maxDeletes()) : migration;
    migration = waivers == Waivers.EXACT ? migration.exactWaivers() : migration;
    migration = asDryRun ? migration.asDryRun() : migration;
    return migration.mapping(mapping.mapping());
  }

  /** Reads an exported directory, and says on standard error if it has no waivers. */
  Snapshot read(Path directory) {
    Snapshot snapshot = Snapshot.read(directory);
    if (!snapshot.includesWaivers()) {
      command
          .commandLine()
          .getErr()
          .println(Visible.oneLine(
              "Waivers are not compared, because " + directory + " was exported without them"));
    }
    return snapshot;
  }

  /** Checks the options before the server is read. */
  void check() {
    selection.selection();
    mapping.check();
    if (maxDeletes != null && (!prune || maxDeletes < 0)) {
      throw new UsageErrors.Refused(
          command.commandLine(),
          prune
              ? "--max-deletes must be 0 or greater, but was " + maxDeletes
              : "--max-deletes needs --prune; without it, nothing is deleted");
    }
  }

  private int maxDeletes() {
    return maxDeletes == null ? DEFAULT_MAX_DELETES : maxDeletes;
  }
}
