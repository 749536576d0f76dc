package io.github.xrayclient.examples.curation;

import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.audit.DryRunPackage;
import io.github.xrayclient.curation.audit.DryRunReport;
import io.github.xrayclient.examples.terminal.Table;
import io.github.xrayclient.examples.terminal.Visible;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes what a dry-run policy would have blocked as text for people. */
final class DryRunText {
  private DryRunText() {}

  static String of(
      CurationPolicy policy, DryRunReport report, int days, Function<Table, String> fitted) {
    String head = Visible.oneLine("Policy " + policy.id() + " (" + policy.name()
            + ") would have blocked " + count(report.downloads(), "download") + " in the last "
            + count(days, "day") + ".")
        + "\n";
    if (report.downloads() == 0) {
      return head + "The audit is also empty if Curation is off, or if the action of the policy is"
          + " not dry_run.\n";
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
        + Visible.oneLine("Users: " + counts(report.users())) + "\n" + fitted.apply(table);
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
        .collect(Collectors.joining(", "));
  }
}
