package io.github.xrayclient.examples.listing;

import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.terminal.Columns;
import io.github.xrayclient.violation.Violation;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists violations from all pages of the server. */
@Command(
    name = "violations",
    header = "Lists the violations that watches found, the oldest first.",
    description = "Lists all violations, or only those that match all given filters. On a large"
        + " platform, give --watch, --days or --path, since a search without them can take very"
        + " long. Does not change the server.",
    footer = {
      "xray-examples violations --watch block-critical --severity high --days 7",
      "xray-examples violations --cve CVE-2021-44228 --format json"
    })
public final class ListViolations implements Callable<Integer> {
  private static final Columns<Violation> COLUMNS = Columns.of("SEVERITY", Violation::severity)
      .and("ISSUE", ListViolations::issue)
      .and("COMPONENT", Violation::components)
      .and("WATCH", Violation::watchName)
      .and("ARTIFACT", Violation::impactedArtifacts);

  @Mixin
  ViolationFilters filters;

  @Mixin
  ProjectServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    filters.check();
    try (Server connected = server.connect()) {
      result.write(filters.of(connected.xray(), server.project), COLUMNS);
    }
    return 0;
  }

  private static Object issue(Violation violation) {
    List<String> cves = violation.cves();
    return cves.isEmpty() ? violation.issueId() : cves;
  }
}
