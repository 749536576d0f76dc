package io.github.xrayclient.examples.cli;

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
public abstract class OutputOptions {
  public Path output;

  @Spec(Target.MIXEE)
  CommandSpec command;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Writes the result to this file, not to standard output.")
  void output(Path file) {
    refuseUnusable(file, command);
    output = isStandardOutput(file) ? null : file;
  }

  /** Whether this is another name of standard output, such as {@code /dev/stdout}. */
  public static boolean isStandardOutput(Path file) {
    Path standard = Path.of("/dev/stdout");
    try {
      return Files.exists(standard) && Files.exists(file) && Files.isSameFile(file, standard);
    } catch (IOException e) {
      return false; // nothing can be written there, which is told when it is tried
    }
  }

  /** Refuses a file that cannot be written at once: not after the server was changed. */
  public static void refuseUnusable(Path file, CommandSpec command) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw unusable("--output is " + file + ", but there is no directory " + folder, command);
    }
    if (Files.isDirectory(file)) {
      throw unusable("--output is the directory " + file + "; name a file in it", command);
    }
  }

  private static UsageErrors.Refused unusable(String words, CommandSpec command) {
    return new UsageErrors.Refused(command.commandLine(), words, ExitCode.FAILED);
  }

  /** Writes the finished result. If that fails, so does the command, whatever it returns. */
  public void write(String result) {
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
      RootCommand.of(command).outputFailed(Failures.words(named) + removed());
    } finally {
      if (stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** An incomplete file could be taken for the whole result. */
  private String removed() {
    try {
      boolean remove = Files.isRegularFile(output) && Files.deleteIfExists(output.toRealPath());
      return remove ? "; the incomplete file was removed" : "";
    } catch (IOException e) {
      return "; the file may be incomplete, and cannot be removed";
    }
  }

  public final VisibleOutput out() {
    return (VisibleOutput) command.commandLine().getOut(); // as Execution makes it
  }

  /** Says something that is not part of the result, on one line. */
  public void say(String words) {
    command.commandLine().getErr().println(Visible.oneLine(words));
  }
}
