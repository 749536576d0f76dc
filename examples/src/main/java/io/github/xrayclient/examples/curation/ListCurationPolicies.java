package io.github.xrayclient.examples.curation;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyQuery;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import io.github.xrayclient.examples.terminal.Table;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists curation policies from all pages of the server. */
@Command(
    name = "curation-policies",
    header = "Lists the curation policies.",
    description = "Lists all curation policies, or only those that match all given filters. Does"
        + " not change the server.",
    footer = "xray-examples curation-policies --enabled true --action block")
public final class ListCurationPolicies implements Callable<Integer> {
  @Mixin
  PolicyFilters filters;

  @Mixin
  WholeServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    List<CurationPolicy> policies;
    try (Server connected = server.connect()) {
      CurationPolicyQuery all = Curation.of(connected.xray()).policies().list();
      policies = filters.of(all).stream().collect(Collectors.toList());
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
