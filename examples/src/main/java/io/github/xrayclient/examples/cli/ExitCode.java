package io.github.xrayclient.examples.cli;

/** The exit codes of all commands. A JVM that dies returns 1, so no command does. */
public final class ExitCode {
  /** Done, or nothing found. */
  public static final int DONE = 0;

  /** Wrong usage, or an argument that the library refuses before anything is sent. */
  static final int USAGE = 2;

  /** Failed; as far as is known, nothing was changed. */
  public static final int FAILED = 3;

  /** Something was changed but not all of it, or the outcome of a write is unknown. */
  public static final int INCOMPLETE = 4;

  /** A cause, a finding, steps or drift. */
  public static final int FOUND = 10;

  /** Interrupted; a JVM that SIGTERM ends returns 143 by itself. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
