package io.github.xrayclient.examples;

import io.github.xrayclient.diagnostics.migration.Mapping;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.examples.cli.Server;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How a directory is brought to a server. */
final class PlanOptions {
  /** What becomes of waivers that only the target has. */
  enum Waivers {
    KEEP,
    EXACT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(names = "--prune", description = "Also plans to delete what the directory does not have.")
  boolean prune;

  @Option(
      names = "--waivers",
      paramLabel = "keep|exact",
      defaultValue = "keep",
      description = "Whether waivers that only the target has stay; ${DEFAULT-VALUE} by default.")
  Waivers waivers;

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "File with the names that repositories, projects, binaryManagers, groups and"
          + " conditions have on the target.")
  Path map;

  /** A migration with these options, of one project if there is a key. */
  Migration of(Server server, String project) {
    Migration migration = Migration.of(server.xray());
    migration = project == null ? migration : migration.inProject(project);
    migration = prune ? migration.prune() : migration;
    migration = waivers == Waivers.EXACT ? migration.exactWaivers() : migration;
    return map == null ? migration : migration.mapping(Mapping.read(map));
  }
}
