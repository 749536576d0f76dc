package io.github.xrayclient.examples.cli;

import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.error.AmbiguousNameException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayReadOnlyException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.NoSuchElementException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
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
    String line =
        (interrupted ? "interrupted: " : "") + message(failure) + writes.summary() + unchanged;
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

  private static String message(Throwable e) {
    if (e instanceof FileSystemException) {
      return message((FileSystemException) e);
    }
    if (e instanceof XrayReadOnlyException) {
      XrayReadOnlyException refused = (XrayReadOnlyException) e;
      return refused.method() + " " + refused.uri()
          + " was not sent, because --read-only refuses every write; leave the option out to make"
          + " the change";
    }
    if (e instanceof OutOfMemoryError) {
      return "there is not enough memory (" + e.getMessage() + "); give the JVM more with -Xmx";
    }
    if (e instanceof InterruptedException) {
      return "the command was stopped";
    }
    boolean explained = e instanceof XrayException
        || e instanceof AmbiguousNameException
        || e instanceof MigrationException
        || e instanceof IllegalArgumentException
        || e instanceof NoSuchElementException
        || e instanceof IOException;
    return explained && e.getMessage() != null ? e.getMessage() : e.toString();
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
