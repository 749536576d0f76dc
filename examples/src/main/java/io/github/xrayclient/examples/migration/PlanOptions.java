package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.Mapping;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.examples.cli.Server;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The options for how a directory is compared with a server. */
final class PlanOptions {
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
          "Also plans to delete objects that exist only on the server. Default: they are kept.")
  boolean prune;

  @Option(
      names = "--waivers",
      paramLabel = "keep|exact",
      defaultValue = "keep",
      description = "What to do with waivers that exist only on the server: keep leaves them there,"
          + " and exact deletes them and also replaces waivers that differ. Default:"
          + " ${DEFAULT-VALUE}.")
  Waivers waivers;

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "A JSON file that maps names in the directory to names on the server, such as"
          + " {\"repositories\": {\"old\": \"new\"}}. Other fields are projects, binaryManagers,"
          + " groups and conditions. Default: names are the same.")
  Path map;

  /** A migration with these options, limited to a project if its key is not null. */
  Migration of(Server server, String project) {
    Migration migration = Migration.of(server.xray());
    migration = project == null ? migration : migration.inProject(project);
    migration = prune ? migration.prune() : migration;
    migration = waivers == Waivers.EXACT ? migration.exactWaivers() : migration;
    return map == null ? migration : migration.mapping(Mapping.read(map));
  }
}
