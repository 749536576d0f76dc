package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.UsageErrors;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options for how a directory is compared with a server. */
final class PlanOptions {
  @Mixin
  ComparisonOptions comparison;

  @Spec(Target.MIXEE)
  CommandSpec command;

  private static final int DEFAULT_MAX_DELETES = 10;

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

  @Option(
      names = "--unchecked",
      description =
          "Also plans what servers are known to refuse, such as an unknown action in a file; the plan"
              + " has warnings about it. A newer server may accept it. Default: the command fails and"
              + " lists it, as the command check does.")
  boolean unchecked;

  /** A migration with these options, limited to a project if its key is not null. */
  Migration of(Server server, String project) {
    Migration migration = comparison.of(server, project);
    migration = unchecked ? migration.unchecked() : migration;
    return prune ? migration.prune(maxDeletes()) : migration;
  }

  /** Reads an exported directory. */
  Snapshot read(Path directory) {
    return comparison.read(directory);
  }

  /** Checks the options before the server is read. */
  void check() {
    comparison.check();
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
