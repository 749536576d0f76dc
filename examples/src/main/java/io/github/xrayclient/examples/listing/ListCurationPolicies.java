package io.github.xrayclient.examples.listing;

import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import io.github.xrayclient.examples.terminal.Columns;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists curation policies from all pages of the server. */
@Command(
    name = "curation-policies",
    header = "Lists the curation policies.",
    description = "Lists all curation policies, or only those that match all given filters. Does"
        + " not change the server.",
    footer = {
      "xray-examples curation-policies --enabled true --action block",
      "xray-examples curation-policies --condition \"Malicious package\" --repo npm-remote"
    })
public final class ListCurationPolicies implements Callable<Integer> {
  private static final Columns<CurationPolicy> COLUMNS = Columns.of("ID", CurationPolicy::id)
      .and("NAME", CurationPolicy::name)
      .and("ENABLED", CurationPolicy::enabled)
      .and("ACTION", CurationPolicy::action)
      .and("SCOPE", CurationPolicy::scope)
      .and("CONDITION", CurationPolicy::conditionId)
      .and("WAIVERS", policy -> policy.waivers().size() + policy.labelWaivers().size());

  @Mixin
  CurationPolicyFilters filters;

  @Mixin
  WholeServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    try (Server connected = server.connect();
        Stream<CurationPolicy> policies = filters.of(connected.xray())) {
      result.write(policies.collect(Collectors.toList()), COLUMNS);
    }
    return 0;
  }
}
