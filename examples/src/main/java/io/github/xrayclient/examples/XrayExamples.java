package io.github.xrayclient.examples;

import io.github.xrayclient.examples.cli.Interruption;
import io.github.xrayclient.examples.cli.RootCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

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
      "A server is named by --url, or by JF_URL and JF_ACCESS_TOKEN in the environment. With --demo, a"
          + " command runs on an embedded server with demo data.",
      "Exit codes: 0 done, or nothing found; 10 a cause, a finding, a step or a difference was found;"
          + " 2 wrong usage; 3 failed, and as far as is known nothing was changed; 4 something was"
          + " changed but not all of it, or the outcome of a write is unknown; 130 or 143"
          + " interrupted."
    })
public final class XrayExamples extends RootCommand {
  private XrayExamples() {}

  public static void main(String[] arguments) {
    System.exit(new Interruption()
        .guard(() -> newCommandLine()
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .execute(arguments)));
  }

  /** The command line; also for tests. */
  static CommandLine newCommandLine() {
    return new XrayExamples().commandLine();
  }
}
