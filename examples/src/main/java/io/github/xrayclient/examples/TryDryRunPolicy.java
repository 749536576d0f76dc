package io.github.xrayclient.examples;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.audit.DryRunPackage;
import io.github.xrayclient.curation.audit.DryRunReport;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.Table;
import io.github.xrayclient.examples.cli.Visible;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what a dry-run policy would have blocked, before it is switched to block. */
@Command(
    name = "would-block",
    description = "Tells what a dry-run curation policy would have blocked in the last days.")
final class TryDryRunPolicy implements Callable<Integer> {
  @Option(names = "--policy", paramLabel = "ID", required = true, description = "The policy.")
  String policyId;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "7",
      description = "${DEFAULT-VALUE} by default.")
  int days;

  @Mixin
  WholeServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    CurationPolicy policy;
    DryRunReport report;
    try (Server connected = server.connect()) {
      Curation curation = Curation.of(connected.xray());
      policy = curation.policies().get(CurationPolicyId.of(policyId));
      report = curation.audit().wouldBlock(policy.id(), Duration.ofDays(days));
    }
    result.write(result.isJson() ? ResultOptions.json(report) + "\n" : text(policy, report));
    return 0;
  }

  private String text(CurationPolicy policy, DryRunReport report) {
    String head = Visible.oneLine("Policy " + policy.id() + " (" + policy.name()
            + ") would have blocked " + report.downloads() + " downloads in the last " + days
            + " days.")
        + "\n";
    if (report.downloads() == 0) {
      return head
          + "The audit is also empty if Curation is off, or if the policy is not a dry run.\n";
    }
    Table table = new Table("PACKAGE", "DOWNLOADS", "VERSIONS", "REPOSITORIES", "USERS");
    for (DryRunPackage each : report.packages()) {
      table.row(
          each.packageType().map(type -> type + " ").orElse("") + each.packageName(),
          Long.toString(each.downloads()),
          counts(each.versions()),
          String.join(", ", each.repositories()),
          String.join(", ", each.users()));
    }
    return head + Visible.oneLine("Repositories: " + counts(report.repositories())) + "\n"
        + Visible.oneLine("Users: " + counts(report.users())) + "\n" + table;
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
        .collect(Collectors.joining(", "));
  }
}
