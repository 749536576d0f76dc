package io.github.xrayclient.examples.listing;

import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.terminal.Columns;
import io.github.xrayclient.policy.Policies;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.policy.Rule;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists Xray policies with their rules. */
@Command(
    name = "policies",
    header = "Lists the Xray policies with their rules.",
    description = "Lists all policies, or only those that match all given filters. Does not change"
        + " the server. The command curation-policies lists the policies of Curation.",
    footer = {"xray-examples policies --format json", "xray-examples policies --name \"prod-*\""})
public final class ListPolicies implements Callable<Integer> {
  private static final Columns<Policy> COLUMNS = Columns.of("NAME", Policy::name)
      .and("TYPE", Policy::type)
      .and("PROJECT", Policy::projectKey)
      .and(
          "RULES",
          policy -> policy.rulesByPriority().stream().map(Rule::name).collect(Collectors.toList()));

  /** The types of policies. */
  enum Type {
    SECURITY,
    LICENSE,
    OPERATIONAL_RISK;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin
  NameFilter names;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Lists only policies of this type: ${COMPLETION-CANDIDATES}.")
  Type type;

  @Mixin
  public ProjectServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    try (Server connected = server.connect()) {
      Policies service = connected.xray().policies();
      List<Policy> policies =
          (server.project == null ? service : service.inProject(server.project)).list();
      result.write(policies.stream().filter(this::isWanted).collect(Collectors.toList()), COLUMNS);
    }
    return 0;
  }

  private boolean isWanted(Policy policy) {
    return names.accepts(policy.name())
        && (type == null
            || policy.type().filter(PolicyType.of(type.toString())::equals).isPresent());
  }
}
