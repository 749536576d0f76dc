package io.github.xrayclient.examples;

import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.error.XrayException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** One line on stderr: 2 for what the caller gave, 3 for what the server or a file gave. */
final class Failures implements IExecutionExceptionHandler {
  private static final int USAGE = 2;
  private static final int NO_ANSWER = 3;

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult arguments) {
    command.getErr().println(words(e));
    return e instanceof IllegalArgumentException ? USAGE : NO_ANSWER;
  }

  private static String words(Exception e) {
    if (e instanceof FileSystemException) {
      return words((FileSystemException) e);
    }
    boolean explained = e instanceof XrayException
        || e instanceof MigrationException
        || e instanceof IllegalArgumentException;
    return explained ? e.getMessage() : e.toString();
  }

  private static String words(FileSystemException e) {
    String reason = e.getReason() == null ? e.toString() : e.getReason();
    if (e instanceof NoSuchFileException) {
      reason = "there is no such file";
    } else if (e instanceof AccessDeniedException) {
      reason = "access is denied";
    }
    return "cannot use " + e.getFile() + ": " + reason;
  }
}
