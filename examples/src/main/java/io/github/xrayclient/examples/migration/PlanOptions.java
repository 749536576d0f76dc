package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.UsageErrors;
import picocli.CommandLine.Option;

/** The options for what a plan changes. */
final class PlanOptions extends ComparisonOptions {
  private static final int DEFAULT_MAX_DELETES = 10;

  @Option(
      names = "--waivers",
      paramLabel = "keep|exact|ignore",
      defaultValue = "keep",
      description = "What to do with waivers that exist only on the server: keep leaves them there,"
          + " and exact deletes them and also replaces waivers that differ. ignore leaves all waivers"
          + " on the server as they are, and adds none. Default: ${DEFAULT-VALUE}.")
  Waivers waivers;

  @Option(
      names = "--as-dry-run",
      description =
          "Turns no blocking of downloads on and none off: curation policies that would begin to"
              + " block are dry runs, and new rules that block downloads have this switched off,"
              + " until the command promote turns it on. Watches with policies that block on the"
              + " server wait, too. What blocks already is neither deleted nor switched off. Other"
              + " actions of rules, such as failing a build, are in force at once.")
  boolean asDryRun;

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

  @Override
  Waivers waivers() {
    return waivers;
  }

  @Override
  boolean isDryRun() {
    return asDryRun;
  }

  @Override
  Migration of(Server server, String project) {
    Migration migration = super.of(server, project);
    migration = unchecked ? migration.unchecked() : migration;
    return prune ? migration.prune(maxDeletes()) : migration;
  }

  @Override
  void check() {
    super.check();
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
