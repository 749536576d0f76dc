package io.github.xrayclient.examples.ignore;

import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.ProposedIgnoreRule;
import io.github.xrayclient.diagnostics.ignore.ViolationIgnorer;
import io.github.xrayclient.examples.block.CommandsOfSteps;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.Server;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ignores the violations that block a download, by the narrowest rules and for a limited time. */
@Command(
    name = "ignore",
    header = "Creates the narrowest ignore rules for the violations that block a download.",
    description =
        "Creates one rule for each violation that blocks the artifact. It covers only this issue,"
            + " these components, this artifact, this watch and the policies that block, until its"
            + " end. A rule that is in force already is left as it is. Needs the role Manage Watches"
            + " or, for a watch of a project, the privilege Manage Security Assets in the project.",
    footer = {
      "xray-examples ignore --repo libs --path org/acme/app-1.0.jar --days 30 \\",
      "    --notes \"not reachable, ACME-17\" --dry-run",
      "xray-examples ignore --violation XRAY-123456 --watch libs-watch --days 7 --notes ACME-17",
    },
    exitCodeList = {
      "0:The rules were created or were in force already, or --dry-run showed them.",
      "3:Nothing can be ignored, a right or project is missing, or the command failed."
          + " As far as is known, nothing was changed.",
      ExitCode.ON_WRITE,
    })
public final class IgnoreViolations implements Callable<Integer> {
  @Mixin
  IgnoreQuestion question;

  @Mixin
  IgnoreTerms terms;

  @Option(
      names = "--dry-run",
      description =
          "Shows the rules, but does not create them. With --format json, shows the bodies"
              + " of the requests.")
  boolean dryRun;

  @Mixin
  ProjectServerOptions server;

  @Mixin
  IgnoreResults results;

  @Override
  public Integer call() throws Exception {
    terms.check();
    question.check();
    Instant end = terms.end();
    try (Server connected = server.connect()) {
      List<ProposedIgnoreRule> rules = question.ask(connected.xray(), server.project, results);
      ViolationIgnorer ignorer = ViolationIgnorer.of(connected.xray());
      if (dryRun) {
        ignorer
            .existing(rules)
            .forEach((rule, existing) -> results.add(rule.draft(terms.notes, end), rule, existing));
      } else {
        create(ignorer, rules, end);
      }
      List<NextStep> steps = ignorer.nextSteps(rules);
      results.write(new CommandsOfSteps(connected, server).ofSteps(steps));
      return question.exitCode(rules);
    }
  }

  /** Creates the rules. If one cannot be created, shows those before it, which remain. */
  private void create(ViolationIgnorer ignorer, List<ProposedIgnoreRule> rules, Instant end) {
    try {
      ignorer.ignore(rules, terms.notes, end, results::add);
    } catch (RuntimeException e) {
      results.write(List.of());
      throw e;
    }
  }
}
