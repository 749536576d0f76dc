package io.github.xrayclient.examples.curation;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import io.github.xrayclient.examples.terminal.Table;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the conditions that curation policies can use. */
@Command(
    name = "conditions",
    header = "Lists the conditions that curation policies can use.",
    description = "Does not change the server.",
    footer = "xray-examples conditions")
public final class ListConditions implements Callable<Integer> {
  @Mixin
  WholeServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    List<Condition> conditions;
    try (Server connected = server.connect()) {
      conditions =
          Curation.of(connected.xray()).conditions().list().stream().collect(Collectors.toList());
    }
    StringBuilder json = new StringBuilder();
    Table table = new Table("ID", "NAME", "CUSTOM", "RISK");
    for (Condition condition : conditions) {
      json.append(ResultOptions.json(condition)).append('\n');
      table.row(
          condition.id().wire(),
          condition.name().orElse(""),
          condition.custom().map(Object::toString).orElse(""),
          condition.riskType().map(Object::toString).orElse(""));
    }
    result.write(result.isJson() ? json.toString() : table.toString());
    return 0;
  }
}
