package io.github.xrayclient.examples.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** The option for the format of a result: text or JSON. */
public final class FormatOption {
  /** Text for people, or JSON for programs. */
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
      description =
          "The format of the result: text, or json for one JSON object on each line. Default:"
              + " ${DEFAULT-VALUE}.")
  Format format;

  public boolean isJson() {
    return format == Format.JSON;
  }
}
