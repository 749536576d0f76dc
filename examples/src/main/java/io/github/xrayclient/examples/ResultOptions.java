package io.github.xrayclient.examples;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.xrayclient.XrayClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where results go, and in which form. */
final class ResultOptions {
  private static final JsonMapper JSON = XrayClient.jsonMapper();

  @Mixin
  FormatOption format;

  @Option(names = "--output", paramLabel = "FILE", description = "Writes here, not to stdout.")
  Path output;

  @Spec(Target.MIXEE)
  CommandSpec command;

  boolean isJson() {
    return format.isJson();
  }

  /** One JSON line. */
  static String json(Object value) throws IOException {
    return JSON.writeValueAsString(value);
  }

  /** Writes the finished result. */
  void write(String result) throws IOException {
    if (output != null) {
      Files.write(output, result.getBytes(StandardCharsets.UTF_8));
      return;
    }
    PrintWriter out = command.commandLine().getOut();
    out.print(result);
    out.flush();
  }
}
