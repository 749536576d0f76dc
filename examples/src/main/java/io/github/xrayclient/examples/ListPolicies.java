package io.github.xrayclient.examples;

import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.terminal.Table;
import io.github.xrayclient.policy.Policies;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.Rule;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists Xray policies with their rules. */
@Command(
    name = "policies",
    header = "Lists the Xray policies with their rules.",
    description = "Does not change the server. The command curation-policies lists the policies of"
        + " Curation.",
    footer = "xray-examples policies --format json")
final class ListPolicies implements Callable<Integer> {
  @Mixin
  ProjectServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    List<Policy> policies;
    try (Server connected = server.connect()) {
      Policies service = connected.xray().policies();
      policies = (server.project == null ? service : service.inProject(server.project)).list();
    }
    StringBuilder json = new StringBuilder();
    Table table = new Table("NAME", "TYPE", "PROJECT", "RULES");
    for (Policy policy : policies) {
      json.append(ResultOptions.json(policy)).append('\n');
      table.row(
          policy.name(),
          policy.type().map(Object::toString).orElse(""),
          policy.projectKey().orElse(""),
          policy.rulesByPriority().stream().map(Rule::name).collect(Collectors.joining(", ")));
    }
    result.write(result.isJson() ? json.toString() : table.toString());
    return 0;
  }
}
