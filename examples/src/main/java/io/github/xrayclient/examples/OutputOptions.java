package io.github.xrayclient.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
      throw unusable("--output is " + file + ", but there is no directory " + folder);
    }
    if (Files.isDirectory(file)) {
      throw unusable("--output is the directory " + file + "; name a file in it");
    }
    output = file;
  }

  private UsageErrors.Refused unusable(String words) {
    return new UsageErrors.Refused(command.commandLine(), words, ExitCode.FAILED);
  }

  /** Writes the finished result. If that fails, so does the command, whatever it returns. */
  void write(String result) {
    if (output == null) {
      out().print(result);
      out().flush();
      return;
    }
    boolean stopped = Thread.interrupted(); // an interrupt would close the file
    try {
      Files.write(output, Visible.lines(result).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      FileSystemException named = e instanceof FileSystemException
          ? (FileSystemException) e
          : new FileSystemException(output.toString(), null, e.getMessage());
      XrayExamples.of(command).outputFailed(Failures.words(named));
    } finally {
      if (stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  final VisibleOutput out() {
    return (VisibleOutput) command.commandLine().getOut(); // as Execution makes it
  }

  /** Says something that is not part of the result, on one line. */
  void say(String words) {
    command.commandLine().getErr().println(Visible.oneLine(words));
  }
}
