package io.github.xrayclient.examples.block;

import io.github.xrayclient.diagnostics.block.BlockingSetup;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.SetupAudit;
import io.github.xrayclient.diagnostics.explanation.SetupFinding;
import io.github.xrayclient.diagnostics.report.JsonReport;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.terminal.Table;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Finds policies and watches that have no effect, or less than they seem to have. */
@Command(
    name = "audit-setup",
    header = "Finds watches and policies that have no effect, or less effect than expected.",
    description =
        "Finds, for example, watches that are not active, and policies that should block downloads"
            + " but are not assigned to any watch. Does not change the server.",
    footer = {
      "xray-examples audit-setup",
      "xray-examples audit-setup --from exported",
    },
    exitCodeList = {
      "0:Nothing was found.",
      "10:At least one watch or policy has no effect, or less effect than expected.",
    })
public final class AuditSetup implements Callable<Integer> {
  @Mixin
  ExportOption export;

  @Mixin
  ProjectServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    SetupAudit audit = export.isGiven() ? export.read(server).audit() : ask();
    audit.notChecked().stream().map(NotChecked::sentence).forEach(result::warn);
    StringBuilder json = new StringBuilder();
    JsonReport.tree(audit).get("findings").forEach(line -> json.append(line).append('\n'));
    Table table = new Table("FINDING", "PROJECT", "DESCRIPTION").withSentences();
    for (SetupFinding finding : audit.findings()) {
      table.row(finding.kind().name(), finding.projectKey().orElse(""), finding.text());
    }
    String nothing = "No problem was found (policies checked: " + audit.policyCount()
        + ", watches checked: " + audit.watchCount() + ").\n";
    result.write(
        result.isJson()
            ? json.toString()
            : audit.findings().isEmpty() ? nothing : result.fitted(table));
    return audit.findings().isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
  }

  private SetupAudit ask() throws IOException {
    try (Server connected = server.connect()) {
      BlockingSetup setup = BlockingSetup.of(connected.xray());
      return (server.project == null ? setup : setup.inProject(server.project)).audit();
    }
  }
}
