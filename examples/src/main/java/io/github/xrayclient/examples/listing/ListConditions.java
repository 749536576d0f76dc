package io.github.xrayclient.examples.listing;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import io.github.xrayclient.examples.terminal.Columns;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the conditions that curation policies can use. */
@Command(
    name = "conditions",
    header = "Lists the conditions that curation policies can use.",
    description = "Lists all conditions, or only those that match all given filters. Does not"
        + " change the server.",
    footer = {
      "xray-examples conditions",
      "xray-examples conditions --custom true --package-type npm"
    })
public final class ListConditions implements Callable<Integer> {
  private static final Columns<Condition> COLUMNS = Columns.of("ID", Condition::id)
      .and("NAME", Condition::name)
      .and("CUSTOM", Condition::custom)
      .and("RISK", Condition::riskType);

  @Mixin
  ConditionFilters filters;

  @Mixin
  WholeServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    try (Server connected = server.connect();
        Stream<Condition> conditions = filters.of(Curation.of(connected.xray()))) {
      result.write(conditions.collect(Collectors.toList()), COLUMNS);
    }
    return 0;
  }
}
