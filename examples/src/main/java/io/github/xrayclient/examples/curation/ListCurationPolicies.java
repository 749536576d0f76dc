package io.github.xrayclient.examples.curation;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyQuery;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.Table;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists curation policies from all pages of the server. */
@Command(
    name = "curation-policies",
    header = "Lists the curation policies.",
    description = "Lists all curation policies, or only those that match all given filters. Does"
        + " not change the server.",
    footer = "xray-examples curation-policies --enabled true --action block")
public final class ListCurationPolicies implements Callable<Integer> {
  @Option(
      names = "--enabled",
      arity = "1",
      paramLabel = "true|false",
      description = "Lists only policies that are enabled (true), or only those that are disabled"
          + " (false).")
  Boolean enabled;

  @Option(
      names = "--action",
      paramLabel = "block|dry_run",
      description = "Lists only policies with this action.")
  String action;

  @Option(
      names = "--condition",
      paramLabel = "ID",
      description = "Lists only policies that use the condition with this ID.")
  String condition;

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "Lists only policies whose name contains this text.")
  String name;

  @Mixin
  WholeServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    List<CurationPolicy> policies;
    try (Server connected = server.connect()) {
      CurationPolicyQuery query = Curation.of(connected.xray()).policies().list();
      query = enabled == null ? query : query.enabled(enabled);
      query = action == null ? query : query.action(PolicyAction.of(action));
      query = condition == null ? query : query.conditionId(ConditionId.of(condition));
      query = name == null ? query : query.name(name);
      policies = query.stream().collect(Collectors.toList());
    }
    StringBuilder json = new StringBuilder();
    Table table = new Table("ID", "NAME", "ENABLED", "ACTION", "SCOPE", "CONDITION", "WAIVERS");
    for (CurationPolicy policy : policies) {
      json.append(ResultOptions.json(policy)).append('\n');
      table.row(
          policy.id().wire(),
          policy.name(),
          policy.enabled().map(Object::toString).orElse(""),
          policy.action().map(Object::toString).orElse(""),
          policy.scope().map(Object::toString).orElse(""),
          policy.conditionId().map(Object::toString).orElse(""),
          String.valueOf(policy.waivers().size() + policy.labelWaivers().size()));
    }
    result.write(result.isJson() ? json.toString() : table.toString());
    return 0;
  }
}
