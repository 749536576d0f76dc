package io.github.xrayclient.examples.listing;

import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.terminal.Columns;
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
    description = "Lists all watches, or only those that match all given filters. Does not change"
        + " the server.",
    footer = {
      "xray-examples watches --project dev",
      "xray-examples watches --policy block-vulnerabilities --active true"
    })
public final class ListWatches implements Callable<Integer> {
  private static final Columns<Watch> COLUMNS = Columns.of("NAME", Watch::name)
      .and("ACTIVE", Watch::active)
      .and("PROJECT", Watch::projectKey)
      .and(
          "POLICIES",
          watch -> watch.assignedPolicies().stream()
              .map(AssignedPolicy::name)
              .collect(Collectors.toList()))
      .and(
          "RESOURCES",
          watch -> watch.resources().stream()
              .map(resource -> resource.name().orElse(resource.type().wire()))
              .collect(Collectors.toList()));

  @Mixin
  WatchFilters filters;

  @Mixin
  ProjectServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    filters.check();
    try (Server connected = server.connect()) {
      Watches service = connected.xray().watches();
      List<Watch> watches =
          (server.project == null ? service : service.inProject(server.project)).list();
      result.write(watches.stream().filter(filters::accept).collect(Collectors.toList()), COLUMNS);
    }
    return 0;
  }
}
