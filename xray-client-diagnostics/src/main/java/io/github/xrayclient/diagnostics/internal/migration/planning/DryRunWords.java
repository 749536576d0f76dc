package io.github.xrayclient.diagnostics.internal.migration.planning;

import io.github.xrayclient.curation.audit.DryRunPackage;
import io.github.xrayclient.curation.audit.DryRunReport;
import java.util.stream.Collectors;

/** Says in words what a dry run would have blocked. */
final class DryRunWords {
  private static final int SHOWN = 5;

  private DryRunWords() {}

  /** As in {@code 12 downloads of 2 packages by 1 user: npm a (11), npm b (1)}. */
  static String of(DryRunReport report) {
    int more = report.packages().size() - SHOWN;
    return count(report.downloads(), "download")
        + " of " + count(report.packages().size(), "package")
        + " by " + count(report.users().size(), "user") + ": "
        + report.packages().stream()
            .limit(SHOWN)
            .map(DryRunWords::words)
            .collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static String words(DryRunPackage each) {
    return each.packageType().map(type -> type + " ").orElse("") + each.packageName() + " ("
        + each.downloads() + ")";
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
