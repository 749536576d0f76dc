package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.Drift;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The option for the format of a plan or a drift. */
final class DocumentFormat {
  /** Text for a terminal, JSON for programs, or Markdown for a pull request. */
  enum Format {
    TEXT,
    JSON,
    MARKDOWN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "The format of the result: text, json for one JSON object on a line, or markdown"
              + " for a pull request. Default: ${DEFAULT-VALUE}.")
  Format format;

  String of(MigrationPlan plan) {
    switch (format) {
      case JSON:
        return plan.toJson() + "\n";
      case MARKDOWN:
        return plan.toMarkdown();
      default:
        return plan.toString();
    }
  }

  String of(Drift drift) {
    switch (format) {
      case JSON:
        return drift.toJson() + "\n";
      case MARKDOWN:
        return drift.toMarkdown();
      default:
        return drift.toString();
    }
  }
}
