package io.github.xrayclient.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where results go. */
abstract class OutputOptions {
  Path output;

  @Spec(Target.MIXEE)
  CommandSpec command;

  /** Refused at once if it cannot be: not after the server was changed. */
  @Option(names = "--output", paramLabel = "FILE", description = "Writes here, not to stdout.")
  void output(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new ParameterException(
          command.commandLine(), "--output is " + file + ", but there is no directory " + folder);
    }
    if (Files.isDirectory(file)) {
      throw new ParameterException(
          command.commandLine(), "--output is the directory " + file + "; name a file in it");
    }
    output = file;
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

  /** Says something that is not part of the result. */
  void say(String words) {
    command.commandLine().getErr().println(words);
  }
}
