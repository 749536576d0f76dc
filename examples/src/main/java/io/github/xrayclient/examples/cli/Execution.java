package io.github.xrayclient.examples.cli;

import io.github.xrayclient.examples.terminal.StatusLine;
import io.github.xrayclient.examples.terminal.VisibleOutput;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs a command. Escapes control characters in its output, and fails if it cannot print. */
final class Execution implements IExecutionStrategy {
  private final Failures failures;

  Execution(Failures failures) {
    this.failures = failures;
  }

  @Override
  public int execute(ParseResult parsed) {
    CommandLine root = parsed.commandSpec().commandLine();
    PrintWriter out = root.getOut();
    PrintWriter err = root.getErr();
    RootCommand command = root.getCommand();
    if (command.noColor) {
      root.setColorScheme(Help.defaultColorScheme(Ansi.OFF));
    }
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return printed(helped, root);
    }
    if (parsed.hasSubcommand()) {
      UsageErrors.refuseOptionsAsValues(parsed.subcommand());
    }
    StatusLine status = command.quiet ? StatusLine.none() : StatusLine.of(err);
    command.begin(parsed.originalArgs(), status);
    root.setOut(new VisibleOutput(out, status)).setErr(new VisibleOutput(err, status));
    Heartbeat heartbeat = new Heartbeat(status, command.requests()).start();
    try {
      int exit = run(parsed, root);
      command.waits().sayTotal();
      return printed(exit, root);
    } finally {
      heartbeat.close();
      status.end();
      root.setOut(out).setErr(err);
    }
  }

  private int run(ParseResult parsed, CommandLine root) {
    try {
      int exit = new RunLast().execute(parsed);
      boolean stopped = exit != ExitCode.DONE && Thread.currentThread().isInterrupted();
      return stopped ? ExitCode.INTERRUPTED : exit;
    } catch (ParameterException e) {
      throw e;
    } catch (ExecutionException e) {
      return failures.handle(e.getCause() == null ? e : e.getCause(), root);
    } catch (RuntimeException | Error e) {
      return failures.handle(e, root);
    }
  }

  /** The exit code, or that of a failure if something could not be printed. */
  private static int printed(int exit, CommandLine root) {
    RootCommand run = root.getCommand();
    if (root.getOut().checkError()) {
      run.outputFailed("cannot write to standard output: it is closed, or its disk is full");
    }
    boolean failed = root.getErr().checkError() || run.hasOutputFailed();
    boolean wasDone = exit == ExitCode.DONE || exit == ExitCode.FOUND;
    return failed && wasDone ? ExitCode.FAILED : exit;
  }
}
