package io.github.xrayclient.diagnostics.internal.refusal.text;

/**
 * A part of a log as the tool wrote it, without what a terminal, a build server or a container
 * runtime put around its lines. Every position can be converted to one in the log.
 */
public final class LogText {
  private final RewrittenText ofRecords;
  private final RewrittenText withoutCodes;
  private final RewrittenText lines;
  private final RewrittenText plain;

  private LogText(String log) {
    ofRecords = RecordLines.restoredIn(log);
    withoutCodes = TerminalCodes.removedFrom(ofRecords.text());
    lines = RestoredLines.in(withoutCodes);
    plain = ForeignEscapes.undoneIn(lines.text());
  }

  /** Takes off what was put around the lines of this part of a log. */
  public static LogText of(String log) {
    return new LogText(log);
  }

  public String text() {
    return plain.text();
  }

  /** The position in the log. */
  public int origin(int position) {
    return ofRecords.origin(withoutCodes.origin(lines.origin(plain.origin(position))));
  }
}
