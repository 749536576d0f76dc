package io.github.xrayclient.examples.block;

import io.github.xrayclient.diagnostics.block.BlockingSetup;
import io.github.xrayclient.diagnostics.explanation.AppliedPolicy;
import io.github.xrayclient.diagnostics.explanation.CoveringWatch;
import io.github.xrayclient.diagnostics.report.JsonReport;
import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.terminal.Table;
import io.github.xrayclient.examples.terminal.Visible;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists which watches cover which repositories, whether or not they block downloads. */
@Command(
    name = "what-covers",
    header = "Lists the watches of a repository, or the repositories of a watch or a policy.",
    description =
        "The column BLOCKS tells whether the watch can block downloads from the repository. It is"
            + " \"perhaps\" if this depends on the artifact, or on something that could not be"
            + " read. Does not change the server.",
    footer = {
      "xray-examples what-covers --repo npm-remote",
      "xray-examples what-covers --watch block-critical",
    },
    exitCodeList = {
      "3:The watch or the policy does not exist, or the command failed.",
    })
public final class WhatCovers implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  CoverageQuestion question;

  @Mixin
  ExportOption export;

  @Mixin
  ProjectServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    List<CoveringWatch> watches = ask();
    StringBuilder json = new StringBuilder();
    Table table = new Table("REPOSITORY", "WATCH", "BLOCKS", "POLICIES", "WHY").withSentences();
    for (CoveringWatch watch : watches) {
      json.append(JsonReport.tree(watch)).append('\n');
      String policies =
          watch.policies().stream().map(AppliedPolicy::policy).collect(Collectors.joining(", "));
      table.row(watch.repository(), watch.watch(), blocks(watch), policies, watch.text());
    }
    String text =
        watches.isEmpty() ? Visible.oneLine(question.nothing()) + "\n" : result.fitted(table);
    result.write(result.isJson() ? json.toString() : text);
    return 0;
  }

  private List<CoveringWatch> ask() throws IOException {
    if (export.isGiven()) {
      return question.ask(export.read(server), result::warn);
    }
    try (Server connected = server.connect()) {
      BlockingSetup setup = BlockingSetup.of(connected.xray());
      return question.ask(
          server.project == null ? setup : setup.inProject(server.project), result::warn);
    }
  }

  private static String blocks(CoveringWatch watch) {
    if (!watch.mayBlock()) {
      return watch.active().orElse(true) ? "no" : "no, not active";
    }
    boolean sure = watch.certain()
        && watch.active().isPresent()
        && watch.policies().stream().anyMatch(policy -> !policy.blockingRules().isEmpty());
    return sure ? "yes" : "perhaps";
  }
}
