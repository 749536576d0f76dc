package io.github.xrayclient.examples.cli;

import io.github.xrayclient.error.XrayReadOnlyException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.remedy.Remediable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.NoSuchElementException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Turns any exception or error of a command into one line on stderr and an exit code. */
final class Failures implements IExecutionExceptionHandler {
  private final Writes writes;

  Failures(Writes writes) {
    this.writes = writes;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult arguments) {
    return handle(e, command);
  }

  int handle(Throwable failure, CommandLine command) {
    boolean interrupted =
        failure instanceof InterruptedException || Thread.currentThread().isInterrupted();
    int exitCode = exitCode(failure, interrupted);
    String unchanged = interrupted && !writes.changedAnything() ? "; nothing was changed" : "";
    String line = (interrupted ? "interrupted: " : "")
        + message(failure, command)
        + writes.summary()
        + unchanged;
    RootCommand.of(command.getCommandSpec()).messages().error(line, exitCode);
    return exitCode;
  }

  private int exitCode(Throwable failure, boolean interrupted) {
    if (interrupted) {
      return ExitCode.INTERRUPTED;
    }
    if (writes.changedAnything()) {
      return ExitCode.INCOMPLETE;
    }
    boolean refused =
        failure instanceof IllegalArgumentException || failure instanceof XrayReadOnlyException;
    return refused ? ExitCode.USAGE : ExitCode.FAILED;
  }

  /** What went wrong and what to do, in the words of the command line. */
  static String message(Throwable e, CommandLine command) {
    if (e instanceof Remediable) {
      Remediable failure = (Remediable) e;
      CommandSpec running = running(command);
      String problem = problem(failure);
      return failure.remedy().map(it -> Remedies.after(problem, it, running)).orElse(problem);
    }
    if (e instanceof FileSystemException) {
      return message((FileSystemException) e);
    }
    if (e instanceof OutOfMemoryError) {
      return "there is not enough memory (" + e.getMessage() + "); give the JVM more with -Xmx";
    }
    if (e instanceof InterruptedException) {
      return "the command was stopped";
    }
    boolean explained = e instanceof IllegalArgumentException
        || e instanceof NoSuchElementException
        || e instanceof IOException;
    return explained && e.getMessage() != null ? e.getMessage() : e.toString();
  }

  /** The problem, with the request if the server may have seen it. */
  private static String problem(Remediable failure) {
    if (failure instanceof XrayTransportException) {
      XrayTransportException e = (XrayTransportException) failure;
      return e.isRequestSent()
          ? e.method() + " " + e.uri() + " failed: " + e.problem()
          : e.problem();
    }
    return failure.problem();
  }

  /** The command that was given, of which this is the root or a subcommand. */
  private static CommandSpec running(CommandLine command) {
    ParseResult parsed = command.getParseResult();
    boolean isRoot = parsed != null && parsed.hasSubcommand();
    return isRoot ? parsed.subcommand().commandSpec() : command.getCommandSpec();
  }

  static String message(FileSystemException e) {
    String reason = e.getReason() == null ? e.toString() : e.getReason();
    if (e instanceof NoSuchFileException) {
      reason = "there is no such file";
    } else if (e instanceof AccessDeniedException) {
      reason = "access is denied";
    }
    return "cannot use " + e.getFile() + ": " + reason;
  }
}
