package io.github.xrayclient.examples;

import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.terminal.Table;
import io.github.xrayclient.watch.AssignedPolicy;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.Watches;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists watches with their policies and resources. */
@Command(
    name = "watches",
    header = "Lists the watches with their policies and resources.",
    description = "Does not change the server.",
    footer = "xray-examples watches --project dev")
final class ListWatches implements Callable<Integer> {
  @Mixin
  ProjectServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    List<Watch> watches;
    try (Server connected = server.connect()) {
      Watches service = connected.xray().watches();
      watches = (server.project == null ? service : service.inProject(server.project)).list();
    }
    StringBuilder json = new StringBuilder();
    Table table = new Table("NAME", "ACTIVE", "PROJECT", "POLICIES", "RESOURCES");
    for (Watch watch : watches) {
      json.append(ResultOptions.json(watch)).append('\n');
      table.row(
          watch.name(),
          watch.active().map(Object::toString).orElse(""),
          watch.projectKey().orElse(""),
          watch.assignedPolicies().stream()
              .map(AssignedPolicy::name)
              .collect(Collectors.joining(", ")),
          watch.resources().stream()
              .map(resource -> resource.name().orElse(resource.type().wire()))
              .collect(Collectors.joining(", ")));
    }
    result.write(result.isJson() ? json.toString() : table.toString());
    return 0;
  }
}
