package io.github.xrayclient.examples.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** In which form results are shown. */
public final class FormatOption {
  /** Text for people, or JSON lines for programs. */
  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
  Format format;

  public boolean isJson() {
    return format == Format.JSON;
  }
}
