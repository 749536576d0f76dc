package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.Mapping;
import io.github.xrayclient.examples.cli.UsageErrors;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options for names that differ between a directory and another server. */
final class MappingOptions {
  @Spec(Target.MIXEE)
  CommandSpec command;

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "A JSON file that maps names in the directory to names on the server, such as"
          + " {\"repositories\": {\"libs-dev\": \"libs\", \"*-dev\": \"*-prod\"}}. Other fields are"
          + " buildRepositories, projects, binaryManagers, groups, mails, webhooks and conditions."
          + " Default: names are the same.")
  Path map;

  @Option(
      names = "--map-strict",
      description = "Fails if an object of the directory has a name that the file of --map does not"
          + " cover. An entry {\"*\": \"*\"} keeps all other names of its field. Names of conditions"
          + " need no entry.")
  boolean strict;

  /** The mapping, or one that changes no name. */
  Mapping mapping() {
    check();
    Mapping mapping = map == null ? Mapping.none() : Mapping.read(map);
    return strict ? mapping.strict() : mapping;
  }

  boolean isGiven() {
    return map != null;
  }

  /** Checks the options before anything is read. */
  void check() {
    if (strict && map == null) {
      throw new UsageErrors.Refused(
          command.commandLine(),
          "--map-strict needs --map, the file whose entries must cover all names");
    }
  }
}
