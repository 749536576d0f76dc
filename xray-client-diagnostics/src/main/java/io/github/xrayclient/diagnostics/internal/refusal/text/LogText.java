package io.github.xrayclient.diagnostics.internal.refusal.text;

/**
 * A part of a log as the tool in it wrote it, without what a terminal, a build server or a container
 * runtime put around its lines. Every position can be converted to one in the log.
 */
public final class LogText {
  private final String text;
  private final OffsetMap shifts = new OffsetMap();

  private LogText(String text) {
    this.text = text;
  }

  /** Takes off what was put around the lines of this part of a log. */
  public static LogText of(String log) {
    return new LogText(log);
  }

  public String text() {
    return text;
  }

  /** The position in the log. */
  public int origin(int position) {
    return shifts.origin(position);
  }
}
