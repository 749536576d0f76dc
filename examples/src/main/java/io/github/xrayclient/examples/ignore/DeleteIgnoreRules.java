package io.github.xrayclient.examples.ignore;

import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.ignorerule.IgnoreRules;
import io.github.xrayclient.value.IgnoreRuleId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes ignore rules, so that their violations come back. */
@Command(
    name = "delete-ignore-rule",
    header = "Deletes ignore rules, so that the server restores their violations.",
    description = "Prints the deleted rules. A rule that does not exist or was deleted before is no"
        + " failure, so that the command can be repeated.",
    exitCodeList = {
      "0:None of the rules exists any more, or --dry-run showed them.",
      ExitCode.ON_WRITE
    },
    footer =
        "xray-examples delete-ignore-rule --rule 5d1c7d7e-1a2b-4c3d-8e9f-0a1b2c3d4e5f --dry-run")
public final class DeleteIgnoreRules implements Callable<Integer> {
  @Option(
      names = "--rule",
      paramLabel = "ID",
      required = true,
      arity = "1..*",
      description = "The ID of an ignore rule. Several can be given.")
  List<String> ids = List.of();

  @Option(names = "--dry-run", description = "Shows the rules, but does not delete them.")
  boolean dryRun;

  @Mixin
  ProjectServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    List<IgnoreRule> found = new ArrayList<>();
    try (Server connected = server.connect()) {
      IgnoreRules rules = connected.xray().ignoreRules();
      IgnoreRules service = server.project == null ? rules : rules.inProject(server.project);
      for (String id : new LinkedHashSet<>(ids)) {
        Optional<IgnoreRule> rule = service.find(IgnoreRuleId.of(id));
        if (rule.isEmpty()) {
          result.say("Ignore rule " + id + " does not exist or was deleted before, so it was not"
              + " changed.");
        }
        rule.ifPresent(found::add);
      }
      if (dryRun) {
        result.say("Nothing was changed, because of --dry-run.");
      } else {
        delete(service, found);
      }
    }
    result.write(found, IgnoreRuleColumns.columns());
    return ExitCode.DONE;
  }

  /** Deletes the rules. If one cannot be deleted, shows those that were deleted before. */
  private void delete(IgnoreRules service, List<IgnoreRule> rules) throws IOException {
    List<IgnoreRule> deleted = new ArrayList<>();
    try {
      for (IgnoreRule rule : rules) {
        service.delete(rule.id());
        deleted.add(rule);
      }
    } catch (RuntimeException e) {
      result.write(deleted, IgnoreRuleColumns.columns());
      throw e;
    }
  }
}
