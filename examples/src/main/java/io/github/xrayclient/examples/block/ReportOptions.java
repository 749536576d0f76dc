package io.github.xrayclient.examples.block;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.report.HtmlReport;
import io.github.xrayclient.diagnostics.report.JsonReport;
import io.github.xrayclient.diagnostics.report.MarkdownReport;
import io.github.xrayclient.diagnostics.report.RequestReport;
import io.github.xrayclient.diagnostics.report.TextReport;
import io.github.xrayclient.examples.cli.OutputOptions;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The options for the file and the format of explanations. */
final class ReportOptions extends OutputOptions {
  /** Text for a terminal, JSON lines for programs, Markdown for a ticket, HTML for a browser, or a request. */
  enum Format {
    TEXT,
    JSON,
    MARKDOWN,
    HTML,
    REQUEST;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "The format of the result: text, json for one JSON object on each line,"
          + " markdown for a ticket, html for a page, or request for a text to forward to somebody who"
          + " may allow the download. Default: ${DEFAULT-VALUE}.")
  Format format;

  void write(List<BlockExplanation> explanations) {
    if (format == Format.TEXT && hasColors()) {
      out().printColored(TextReport.colored(explanations));
    } else {
      write(report(explanations));
    }
  }

  private String report(List<BlockExplanation> explanations) {
    switch (format) {
      case JSON:
        return JsonReport.lines(explanations);
      case MARKDOWN:
        return MarkdownReport.of(explanations);
      case HTML:
        return HtmlReport.of(explanations);
      case REQUEST:
        return RequestReport.of(explanations);
      default:
        return TextReport.of(explanations);
    }
  }
}
