package io.github.xrayclient.examples;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of the command line; every command is one example. */
@Command(
    name = "xray-examples",
    description = "Policies, watches and waivers of JFrog Xray and Curation.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ExplainBlockedDownload.class,
      WhatCovers.class,
      AuditSetup.class,
      ListPolicies.class,
      ListWatches.class,
      ListConditions.class,
      ListCurationPolicies.class,
      AddWaiver.class,
      DropWaiver.class,
      CopyWaiver.class,
      DecideWaiverRequests.class,
      TryDryRunPolicy.class,
      ExportServer.class,
      PlanMigration.class,
      ApplyMigration.class,
      RollBackMigration.class,
      FindDrift.class,
      RunDemoServer.class
    },
    footer = {
      "",
      "Without a server's URL the commands run on an embedded server with demo data.",
      "Exit codes: 0 done, 1 a cause, finding or difference, 2 wrong usage, 3 no usable answer."
    })
public final class XrayExamples {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help.")
  boolean help;

  private XrayExamples() {}

  public static void main(String[] arguments) {
    CommandLine commands = commandLine()
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    System.exit(commands.execute(arguments));
  }

  /** The commands with their exit codes; also for tests. */
  static CommandLine commandLine() {
    return new CommandLine(new XrayExamples())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new Failures());
  }
}
