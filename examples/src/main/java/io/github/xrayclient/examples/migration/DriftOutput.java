package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.Drift;
import io.github.xrayclient.examples.cli.OutputOptions;
import picocli.CommandLine.Mixin;

/** The options for the file and the format of a drift. */
final class DriftOutput extends OutputOptions {
  @Mixin
  DocumentFormat format;

  void show(Drift drift) {
    write(format.of(drift));
  }
}
