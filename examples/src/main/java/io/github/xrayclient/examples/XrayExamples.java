package io.github.xrayclient.examples;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TraceLevel;
import picocli.CommandLine.TypeConversionException;

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
public final class XrayExamples {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help.")
  boolean help;

  @Spec
  CommandSpec spec;

  private final Writes writes = new Writes();
  private boolean outputFailed;

  private XrayExamples() {}

  public static void main(String[] arguments) {
    System.exit(new Interruption()
        .guard(() -> commandLine()
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .execute(arguments)));
  }

  /** The commands with their exit codes; also for tests. */
  static CommandLine commandLine() {
    CommandLine.tracer().setLevel(TraceLevel.OFF); // it would print tokens
    XrayExamples root = new XrayExamples();
    Failures failures = new Failures(root.writes);
    return new CommandLine(root)
        .setExpandAtFiles(false)
        .setTrimQuotes(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Path.class, XrayExamples::path)
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(failures)
        .setExecutionStrategy(new Execution(failures));
  }

  /** A file or directory. An empty name would be the current directory, by an unset variable. */
  private static Path path(String name) {
    if (name.isEmpty()) {
      throw new TypeConversionException("empty");
    }
    return Path.of(name);
  }

  /** The root of a command, or of the one that a mixin belongs to. */
  static XrayExamples of(CommandSpec command) {
    return (XrayExamples) command.commandLine().getCommandSpec().root().userObject();
  }

  /** What the command wrote to the server so far. */
  Writes writes() {
    return writes;
  }

  /** Says on stderr that the result cannot be written, which makes the command fail. */
  void outputFailed(String words) {
    outputFailed = true;
    spec.commandLine().getErr().println(Visible.oneLine(words + writes.summary()));
  }

  boolean hasOutputFailed() {
    return outputFailed;
  }
}
