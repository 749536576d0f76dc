package io.github.xrayclient.examples.migration;

import picocli.CommandLine.Option;

/** The options for what counts as a difference between a directory and a server. */
final class DriftOptions extends ComparisonOptions {
  @Option(
      names = "--waivers",
      paramLabel = "keep|exact|ignore",
      defaultValue = "keep",
      description =
          "Which waivers are a difference: with keep, those that are missing on the server or"
              + " differ; with exact, also those that exist only there; with ignore, none. Default:"
              + " ${DEFAULT-VALUE}.")
  Waivers waivers;

  @Option(
      names = "--as-dry-run",
      description =
          "Counts what waits for a promotion after plan --as-dry-run as no difference: curation"
              + " policies, rules and watches that block only in the directory.")
  boolean asDryRun;

  @Override
  Waivers waivers() {
    return waivers;
  }

  @Override
  boolean isDryRun() {
    return asDryRun;
  }
}
