package io.github.xrayclient.examples;

import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.error.XrayException;
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
      String reason = e instanceof NoSuchFileException ? "there is no such file" : e.toString();
      return "cannot use " + ((FileSystemException) e).getFile() + ": " + reason;
    }
    boolean explained = e instanceof XrayException
        || e instanceof MigrationException
        || e instanceof IllegalArgumentException;
    return explained ? e.getMessage() : e.toString();
  }
}
