package io.github.xrayclient.examples.ignore;

import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.ignorerule.IgnoreRuleDraft;
import io.github.xrayclient.ignorerule.IgnoreRules;
import io.github.xrayclient.value.NameOrId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates an ignore rule with the filters of the options. */
@Command(
    name = "create-ignore-rule",
    header = "Creates an ignore rule with explicit filters.",
    description =
        "A violation is ignored if it matches each kind of filter by one of its values. A rule"
            + " with the same filters that is in force already is left as it is.",
    exitCodeList = {
      "0:The rule was created or is in force already, or --dry-run showed it.",
      ExitCode.ON_WRITE
    },
    footer = {
      "xray-examples create-ignore-rule --cve CVE-2021-44228 --watch libs-watch --days 30 \\",
      "    --notes ACME-17 --dry-run"
    })
public final class CreateIgnoreRule implements Callable<Integer> {
  @Mixin
  IgnoreRuleScope scope;

  @ArgGroup(multiplicity = "1")
  End end;

  @Option(
      names = "--notes",
      paramLabel = "TEXT",
      required = true,
      description = "Why the violations are ignored, which the server stores with the rule.")
  String notes;

  @Option(
      names = "--dry-run",
      description =
          "Shows the rule, but does not create it. With --format json, shows the body of the"
              + " request.")
  boolean dryRun;

  @Mixin
  ProjectServerOptions server;

  @Mixin
  ResultOptions result;

  /** When the rule ends. */
  static final class End {
    @Option(
        names = "--days",
        paramLabel = "DAYS",
        description = "The number of days after which the rule ends, from 1 to 36500.")
    Integer days;

    @Option(names = "--never-expires", description = "The rule has no end.")
    boolean never;
  }

  @Override
  public Integer call() throws Exception {
    scope.check();
    draft(NameOrId::text); // refuses wrong options before anything is sent
    try (Server connected = server.connect()) {
      IgnoreRuleDraft draft =
          draft(watch -> NamedWatch.existing(watch, connected.xray(), server.project));
      IgnoreRules rules = connected.xray().ignoreRules();
      IgnoreRules service = server.project == null ? rules : rules.inProject(server.project);
      Optional<IgnoreRule> existing = service.findInForce(draft.filters());
      if (existing.isPresent()) {
        result.say("Nothing was changed, because ignore rule " + existing.get().id()
            + " with these filters is in force already.");
        write(dryRun && result.isJson() ? List.of() : List.of(existing.get()));
      } else if (dryRun) {
        result.say("Nothing was changed, because of --dry-run.");
        result.write(ResultOptions.json(draft) + "\n");
      } else {
        write(List.of(service.create(draft)));
      }
    }
    return ExitCode.DONE;
  }

  private IgnoreRuleDraft draft(Function<NameOrId, String> watchName) {
    IgnoreRuleDraft.Builder draft = IgnoreRuleDraft.of(scope.filters(watchName), notes);
    if (end.never) {
      return draft.neverExpires().build();
    }
    if (end.days < 1 || end.days > 36_500) {
      throw new IllegalArgumentException("--days must be from 1 to 36500, but was " + end.days);
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return draft.expiresAt(now.plus(end.days, ChronoUnit.DAYS)).build();
  }

  private void write(List<IgnoreRule> rules) throws Exception {
    result.write(rules, IgnoreRuleColumns.columns());
  }
}
