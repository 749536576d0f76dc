package io.github.xrayclient.examples;

import io.github.xrayclient.examples.block.AuditSetup;
import io.github.xrayclient.examples.block.ExplainBlockedDownload;
import io.github.xrayclient.examples.block.ListRefusals;
import io.github.xrayclient.examples.block.WhatCovers;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.Interruption;
import io.github.xrayclient.examples.cli.ProgramVersion;
import io.github.xrayclient.examples.cli.RootCommand;
import io.github.xrayclient.examples.curation.CheckPackage;
import io.github.xrayclient.examples.curation.TryDryRunPolicy;
import io.github.xrayclient.examples.ignore.CreateIgnoreRule;
import io.github.xrayclient.examples.ignore.DeleteIgnoreRules;
import io.github.xrayclient.examples.ignore.IgnoreViolations;
import io.github.xrayclient.examples.ignore.ListIgnoreRules;
import io.github.xrayclient.examples.listing.GetObject;
import io.github.xrayclient.examples.listing.ListConditions;
import io.github.xrayclient.examples.listing.ListCurationPolicies;
import io.github.xrayclient.examples.listing.ListLabels;
import io.github.xrayclient.examples.listing.ListPolicies;
import io.github.xrayclient.examples.listing.ListViolations;
import io.github.xrayclient.examples.listing.ListWatches;
import io.github.xrayclient.examples.migration.ApplyMigration;
import io.github.xrayclient.examples.migration.CheckExport;
import io.github.xrayclient.examples.migration.CompareExports;
import io.github.xrayclient.examples.migration.ExportServer;
import io.github.xrayclient.examples.migration.FindDrift;
import io.github.xrayclient.examples.migration.PlanMigration;
import io.github.xrayclient.examples.migration.PromotePolicies;
import io.github.xrayclient.examples.migration.RollBackMigration;
import io.github.xrayclient.examples.server.ListServers;
import io.github.xrayclient.examples.server.PingServer;
import io.github.xrayclient.examples.server.RunDemoServer;
import io.github.xrayclient.examples.terminal.Encoding;
import io.github.xrayclient.examples.waiver.AddWaiver;
import io.github.xrayclient.examples.waiver.CopyWaiver;
import io.github.xrayclient.examples.waiver.DecideWaiverRequests;
import io.github.xrayclient.examples.waiver.DropWaiver;
import io.github.xrayclient.examples.waiver.RequestWaiver;
import io.github.xrayclient.examples.waiver.WhoWaived;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The root of the command line. Each command is a small example of one task. */
@Command(
    name = "xray-examples",
    header = "Explains downloads that JFrog Xray or Curation blocked, and manages policies.",
    description = {
      "Here, xray-examples stands for \"java -jar xray-examples.jar\".",
      "Give the server and its access token by --url and --token-file, by --server-id if JFrog CLI"
          + " knows the server, or by the environment variables JF_URL and JF_ACCESS_TOKEN. With"
          + " --demo, a command uses an embedded server with demo data.",
      "Where a command takes a name or an ID, id:TEXT and name:TEXT say which of them is meant."
          + " Otherwise, digits are the ID of a curation policy or a condition if there is one.",
      "Only ignore, create-ignore-rule, delete-ignore-rule, waive, unwaive, copy-waiver, request-waiver, waiver-requests, apply and rollback"
          + " can change a server."
    },
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = ProgramVersion.class,
    exitCodeList = {
      "10:Something was found: a cause (explain), a refused download (refusals), a finding (audit-setup, check), a blocked"
          + " package (check-package), a step (plan, promote, rollback --preview) or a difference (drift, diff). These commands return 0 if nothing was found.",
      ExitCode.ON_WRITE
    },
    footer = {"xray-examples explain --help", "xray-examples policies --demo"})
public final class XrayExamples extends RootCommand {
  private static final List<Class<?>> COMMANDS = List.of(
      ExplainBlockedDownload.class,
      ListRefusals.class,
      IgnoreViolations.class,
      ListIgnoreRules.class,
      CreateIgnoreRule.class,
      DeleteIgnoreRules.class,
      WhatCovers.class,
      AuditSetup.class,
      GetObject.class,
      ListPolicies.class,
      ListWatches.class,
      ListConditions.class,
      ListCurationPolicies.class,
      ListLabels.class,
      ListViolations.class,
      CheckPackage.class,
      AddWaiver.class,
      DropWaiver.class,
      CopyWaiver.class,
      WhoWaived.class,
      RequestWaiver.class,
      DecideWaiverRequests.class,
      TryDryRunPolicy.class,
      ExportServer.class,
      CheckExport.class,
      PlanMigration.class,
      PromotePolicies.class,
      ApplyMigration.class,
      RollBackMigration.class,
      FindDrift.class,
      CompareExports.class,
      ListServers.class,
      PingServer.class,
      RunDemoServer.class,
      ShowHelp.class,
      WriteCompletion.class);

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows the version, the commit it was built from, and the version of Java.")
  boolean version;

  private XrayExamples() {
    super(COMMANDS);
  }

  public static void main(String[] arguments) {
    System.exit(new Interruption()
        .guard(() -> new XrayExamples()
            .commandLine(arguments)
            .setOut(new PrintWriter(System.out, true, Encoding.of("stdout")))
            .setErr(new PrintWriter(System.err, true, Encoding.of("stderr")))
            .execute(arguments)));
  }

  /** Makes the command line with all commands. */
  static CommandLine newCommandLine() {
    return new XrayExamples().commandLine();
  }
}
