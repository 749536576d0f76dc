package io.github.xrayclient.examples.block;

import io.github.xrayclient.diagnostics.block.BlockIndex;
import io.github.xrayclient.diagnostics.block.BlockingSetup;
import io.github.xrayclient.diagnostics.explanation.CoveredRepositories;
import io.github.xrayclient.diagnostics.explanation.CoveringWatch;
import io.github.xrayclient.diagnostics.explanation.MissingRepository;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.OtherResource;
import io.github.xrayclient.diagnostics.explanation.RepositoryCoverage;
import io.github.xrayclient.value.NameOrId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options for whose coverage is listed: that of a repository, a watch or a policy. */
final class CoverageQuestion {
  @ArgGroup(exclusive = false)
  ArtifactOptions artifact;

  @Option(
      names = "--watch",
      paramLabel = "NAME|ID",
      description = "The name or the ID of a watch: lists the repositories that it covers.")
  NameOrId watch;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "The name of an Xray policy: lists the repositories that the watches with this"
          + " policy cover.")
  NameOrId policy;

  /**
   * Asks the server. Reports what could not be checked, and the resources that are no repositories.
   *
   * @throws NoSuchElementException if there is no such watch or policy
   */
  List<CoveringWatch> ask(BlockingSetup setup, Consumer<String> listener) {
    if (artifact != null) {
      return told(setup.whatCovers(artifact.artifact()), listener);
    }
    CoveredRepositories covered =
        watch == null ? setup.whatPolicyCovers(policy) : setup.whatWatchCovers(watch);
    covered.notChecked().stream().map(NotChecked::sentence).forEach(listener);
    if (!covered.exists()) {
      throw new NoSuchElementException(
          watch == null
              ? "No policy that could be read has the name \"" + policy.text() + "\"."
              : "No watch that could be read has " + ways() + " \"" + watch.text() + "\".");
    }
    covered.otherResources().stream().map(OtherResource::text).forEach(listener);
    return covered.repositories();
  }

  private String ways() {
    return watch.mayBeName() && watch.mayBeId()
        ? "the name or the ID"
        : watch.mayBeId() ? "the ID" : "the name";
  }

  /** Asks an exported directory, which does not list the repositories of a watch or a policy. */
  List<CoveringWatch> ask(BlockIndex index, Consumer<String> listener) {
    if (artifact == null) {
      throw new IllegalArgumentException(
          "--from cannot be used with --watch or --policy, because only a server knows which"
              + " repositories there are; use --repo, or leave --from out");
    }
    return told(index.whatCovers(artifact.artifact()), listener);
  }

  private static List<CoveringWatch> told(RepositoryCoverage coverage, Consumer<String> listener) {
    coverage.missingRepository().map(MissingRepository::sentence).ifPresent(listener);
    coverage.notChecked().stream().map(NotChecked::sentence).forEach(listener);
    return coverage.watches();
  }

  /** Says that nothing was found. */
  String nothing() {
    if (artifact != null) {
      return "No watch that could be read covers repository " + artifact.repository + ".";
    }
    return watch == null
        ? "No watch that could be read applies policy " + policy.text() + " to a repository."
        : "Watch " + watch.text() + " covers no repository.";
  }
}
