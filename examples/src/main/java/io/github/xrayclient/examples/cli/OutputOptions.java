package io.github.xrayclient.examples.cli;

import io.github.xrayclient.examples.terminal.Table;
import io.github.xrayclient.examples.terminal.Terminal;
import io.github.xrayclient.examples.terminal.Visible;
import io.github.xrayclient.examples.terminal.VisibleOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The option for the file that gets the result, and the methods that print. */
public abstract class OutputOptions {
  public Path output;

  @Spec(Target.MIXEE)
  CommandSpec command;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Writes the result to this file, or with - to standard output. Default: standard output.")
  void output(Path file) {
    refuseUnusable(file, command);
    output = isStandardOutput(file) ? null : file;
  }

  /** Whether this is {@code -}, or another name for standard output such as {@code /dev/stdout}. */
  public static boolean isStandardOutput(Path file) {
    if (file.toString().equals("-")) {
      return true;
    }
    Path standard = Path.of("/dev/stdout");
    try {
      return Files.exists(standard) && Files.exists(file) && Files.isSameFile(file, standard);
    } catch (IOException e) {
      return false; // writing to the file will fail with a message
    }
  }

  /** Refuses a file that cannot be written before the command changes anything on the server. */
  public static void refuseUnusable(Path file, CommandSpec command) {
    if (isStandardOutput(file)) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw unusable(
          "--output is " + file + ", but there is no directory " + folder + "; create it", command);
    }
    if (Files.isDirectory(file)) {
      throw unusable("--output is the directory " + file + "; give a file in it", command);
    }
  }

  private static UsageErrors.Refused unusable(String message, CommandSpec command) {
    return new UsageErrors.Refused(command.commandLine(), message, ExitCode.FAILED);
  }

  /** Writes the finished result. If this fails, the command fails too. */
  public void write(String result) {
    if (output == null) {
      out().print(result);
      out().flush();
      return;
    }
    boolean stopped = Thread.interrupted(); // otherwise the interrupt would close the file
    try {
      Files.write(output, Visible.lines(result).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      FileSystemException named = e instanceof FileSystemException
          ? (FileSystemException) e
          : new FileSystemException(output.toString(), null, e.getMessage());
      RootCommand.of(command).outputFailed(Failures.message(named) + removed());
    } finally {
      if (stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Deletes an incomplete file, since it could be mistaken for the whole result. */
  private String removed() {
    try {
      boolean remove = Files.isRegularFile(output) && Files.deleteIfExists(output.toRealPath());
      return remove ? "; the incomplete file was removed" : "";
    } catch (IOException e) {
      return "; the file may be incomplete, and could not be removed";
    }
  }

  public final VisibleOutput out() {
    return (VisibleOutput) command.commandLine().getOut(); // set by Execution
  }

  /** Whether the result may have colors. A file never has any. */
  protected final boolean hasColors() {
    return output == null && RootCommand.of(command).hasColors();
  }

  /** The table as text, which fits on the terminal if it is printed there. */
  public final String fitted(Table table) {
    return table.toString(output == null ? Terminal.width() : Integer.MAX_VALUE);
  }

  /** Says what is good to know beside the result, on standard error. */
  public final void say(String message) {
    RootCommand.of(command).messages().note(message);
  }

  /** What went wrong and what to do, in the words of the command line. */
  public final String reason(Exception e) {
    return Failures.message(e, command.commandLine());
  }

  /** Says why the command returns {@link ExitCode#FAILED}, on standard error. */
  public final void fail(String message) {
    RootCommand.of(command).messages().error(message, ExitCode.FAILED);
  }

  /** Says what is missing in the result, or is not as the user may expect, on standard error. */
  public final void warn(String message) {
    RootCommand.of(command).messages().warning(message);
  }
}
