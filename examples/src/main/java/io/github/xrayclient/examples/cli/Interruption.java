package io.github.xrayclient.examples.cli;

import io.github.xrayclient.examples.terminal.Visible;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Lets a command that is stopped, for example by Ctrl-C, report what it changed. The command is
 * interrupted and has 10 seconds to end; then the JVM exits with 130 or 143.
 */
public final class Interruption {
  private static final int SECONDS = 10;

  private final CountDownLatch ended = new CountDownLatch(1);

  /** Runs a command and returns its exit code, even if the command throws an error. */
  public int guard(IntSupplier command) {
    Thread running = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running)));
    try {
      return command.getAsInt();
    } catch (Throwable e) { // the JVM would exit with 1
      System.err.println(Visible.oneLine(e.toString()));
      return ExitCode.FAILED;
    } finally {
      ended.countDown();
    }
  }

  private void stop(Thread running) {
    if (ended.getCount() == 0) {
      return;
    }
    running.interrupt();
    try {
      ended.await(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
