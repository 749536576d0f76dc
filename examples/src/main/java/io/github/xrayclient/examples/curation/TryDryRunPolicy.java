package io.github.xrayclient.examples.curation;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.audit.DryRunReport;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import io.github.xrayclient.value.NameOrId;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reports what a dry-run policy would have blocked, before its action is changed to block. */
@Command(
    name = "would-block",
    header = "Reports what a dry-run curation policy would have blocked.",
    description =
        "Counts the downloads in Curation's audit by package, repository and user. Use it before"
            + " you change the action of the policy to block. Does not change the server.",
    footer = "xray-examples would-block --policy 15 --days 14")
public final class TryDryRunPolicy implements Callable<Integer> {
  private static final int MAX_DAYS = 36_525; // the library's limit of 100 years

  @Option(
      names = "--policy",
      paramLabel = "NAME|ID",
      required = true,
      description = "The name or the ID of the curation policy, as listed by curation-policies.")
  NameOrId named;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      defaultValue = "7",
      description = "The number of days to look back from now. Default: ${DEFAULT-VALUE}.")
  int days;

  @Mixin
  WholeServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    if (days < 1 || days > MAX_DAYS) {
      throw new IllegalArgumentException(
          "--days must be between 1 and " + MAX_DAYS + ", but was " + days);
    }
    CurationPolicy policy;
    DryRunReport report;
    try (Server connected = server.connect()) {
      Curation curation = Curation.of(connected.xray());
      policy = curation.policies().get(named);
      report = curation.audit().wouldBlock(policy.id(), Duration.ofDays(days));
    }
    result.write(
        result.isJson()
            ? ResultOptions.json(report) + "\n"
            : DryRunText.of(policy, report, days, result::fitted));
    return 0;
  }
}
