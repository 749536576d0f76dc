package io.github.xrayclient.examples.block;

import io.github.xrayclient.diagnostics.block.BlockingSetup;
import io.github.xrayclient.diagnostics.explanation.AppliedPolicy;
import io.github.xrayclient.diagnostics.explanation.CoveringWatch;
import io.github.xrayclient.diagnostics.explanation.MissingRepository;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RepositoryCoverage;
import io.github.xrayclient.diagnostics.report.JsonReport;
import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.Table;
import io.github.xrayclient.examples.cli.Visible;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the watches that cover a repository, whether or not they block downloads. */
@Command(
    name = "what-covers",
    header = "Lists the watches that cover a repository, with their policies.",
    description =
        "The column BLOCKS tells whether a watch can block downloads from the repository. It is"
            + " \"perhaps\" if this depends on something that could not be read. Does not change"
            + " the server.",
    footer = "xray-examples what-covers --repo npm-remote")
public final class WhatCovers implements Callable<Integer> {
  @Mixin
  ArtifactOptions artifact;

  @Mixin
  ProjectServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    RepositoryCoverage coverage;
    try (Server connected = server.connect()) {
      BlockingSetup setup = BlockingSetup.of(connected.xray());
      coverage = (server.project == null ? setup : setup.inProject(server.project))
          .whatCovers(artifact.artifact());
    }
    coverage.missingRepository().map(MissingRepository::sentence).ifPresent(result::say);
    coverage.notChecked().stream().map(NotChecked::sentence).forEach(result::say);
    StringBuilder json = new StringBuilder();
    JsonReport.tree(coverage).get("watches").forEach(line -> json.append(line).append('\n'));
    Table table = new Table("REPOSITORY", "WATCH", "BLOCKS", "POLICIES", "WHY");
    for (CoveringWatch watch : coverage.watches()) {
      String policies =
          watch.policies().stream().map(AppliedPolicy::policy).collect(Collectors.joining(", "));
      table.row(watch.repository(), watch.watch(), blocks(watch), policies, watch.text());
    }
    String nothing = Visible.oneLine(
            "No watch that could be read covers repository " + artifact.repository + ".")
        + "\n";
    result.write(
        result.isJson()
            ? json.toString()
            : coverage.watches().isEmpty() ? nothing : table.toString());
    return 0;
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
