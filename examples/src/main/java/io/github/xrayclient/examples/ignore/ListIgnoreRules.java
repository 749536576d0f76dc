package io.github.xrayclient.examples.ignore;

import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.ignorerule.IgnoreRuleQuery;
import io.github.xrayclient.ignorerule.IgnoreRules;
import io.github.xrayclient.value.NameOrId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists ignore rules. */
@Command(
    name = "ignore-rules",
    header = "Lists the ignore rules.",
    description = "All filters must match. Does not change the server.",
    footer = {
      "xray-examples ignore-rules --cve CVE-2021-44228",
      "xray-examples ignore-rules --expires-in 14"
    })
public final class ListIgnoreRules implements Callable<Integer> {
  private static final int MOST_DAYS = 36_500;

  @Option(names = "--watch", paramLabel = "NAME|ID", description = "Only rules for this watch.")
  NameOrId watch;

  @Option(names = "--policy", paramLabel = "NAME", description = "Only rules for this policy.")
  NameOrId policy;

  @Option(names = "--cve", paramLabel = "CVE", description = "Only rules for this CVE.")
  String cve;

  @Option(
      names = "--component",
      paramLabel = "NAME",
      description = "Only rules for this component, such as npm://lodash.")
  String component;

  @Option(
      names = "--repo",
      paramLabel = "KEY",
      description = "Only rules that are limited to this repository.")
  String repository;

  @Option(names = "--path", paramLabel = "PATH", description = "Only rules for this path.")
  String path;

  @Option(
      names = "--expires-in",
      paramLabel = "DAYS",
      description = "Only rules that end within this number of days.")
  Integer days;

  @Option(names = "--deleted", description = "Lists deleted rules, too.")
  boolean deleted;

  @Mixin
  ProjectServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    if (days != null && (days < 0 || days > MOST_DAYS)) {
      throw new IllegalArgumentException(
          "--expires-in must be from 0 to " + MOST_DAYS + ", but was " + days);
    }
    String policyName = policy == null ? null : IgnoreRuleScope.policy(policy);
    try (Server connected = server.connect()) {
      IgnoreRules rules = connected.xray().ignoreRules();
      IgnoreRules service = server.project == null ? rules : rules.inProject(server.project);
      IgnoreRuleQuery all = watch == null
          ? service.list()
          : service.list().watch(NamedWatch.everUsed(watch, connected.xray(), server.project));
      result.write(
          filtered(policyName == null ? all : all.policy(policyName)), IgnoreRuleColumns.columns());
    }
    return ExitCode.DONE;
  }

  private IgnoreRuleQuery filtered(IgnoreRuleQuery all) {
    IgnoreRuleQuery query = deleted ? all.includeDeleted() : all;
    query = cve == null ? query : query.cve(cve);
    query = component == null ? query : query.component(component);
    query = repository == null ? query : query.repository(repository);
    query = path == null ? query : query.artifactPath(path);
    return days == null ? query : query.expiresBefore(Instant.now().plus(Duration.ofDays(days)));
  }
}
