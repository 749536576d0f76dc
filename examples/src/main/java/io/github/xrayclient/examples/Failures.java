package io.github.xrayclient.examples;

import io.github.xrayclient.error.XrayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** One line on stderr: 2 for what the caller gave, 3 for what the server or a file gave. */
final class Failures implements IExecutionExceptionHandler {
  private static final int USAGE = 2;
  private static final int NO_ANSWER = 3;

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult arguments)
      throws Exception {
    if (e instanceof IllegalArgumentException) {
      command.getErr().println(e.getMessage());
      return USAGE;
    }
    if (e instanceof XrayException
        || e instanceof IOException
        || e instanceof UncheckedIOException) {
      command.getErr().println(e.getMessage());
      return NO_ANSWER;
    }
    throw e;
  }
}
