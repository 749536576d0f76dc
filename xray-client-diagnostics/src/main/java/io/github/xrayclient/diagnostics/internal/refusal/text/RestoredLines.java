package io.github.xrayclient.diagnostics.internal.refusal.text;

/**
 * Takes off what stands around the lines of a text, and puts lines together again into which a terminal or
 * a mail program cut a longer line.
 */
final class RestoredLines {
  private static final int MOST_LINES = 1 << 17; // in a window of a log, which has 2^20 characters

  private final String text;
  private final LogLines lines;

  private RestoredLines(String text) {
    this.text = text;
    this.lines = LogLines.of(text);
  }

  /** Restores the lines of a text. A text of very many lines, which are nearly all empty, stays as it is. */
  static RewrittenText in(String text) {
    return LogLines.count(text) > MOST_LINES
        ? RewrittenText.unchanged(text)
        : new RestoredLines(text).restored();
  }

  private RewrittenText restored() {
    CutLines cut = new CutLines(lines);
    Rewriting copy = new Rewriting(text);
    boolean changed = false;
    for (int line = 0; line < lines.count(); line++) {
      boolean isSoft = isSoftLineEnd(line);
      boolean goesOn =
          line + 1 < lines.count() && (isSoft || lines.isPartial(line) || cut.goesOn(line));
      int from = lines.shown(line);
      int to = isSoft ? lines.end(line) - 1 : goesOn ? cut.end(line) : lines.end(line);
      if (from > lines.start(line) || to < lines.start(line + 1) - 1 || goesOn) {
        changed = true;
        copy.copyTo(lines.start(line));
        copy.skipTo(from);
        copy.copyTo(to);
        copy.skipTo(goesOn ? cut.start(line + 1) : lines.start(line + 1) - 1);
      }
    }
    return changed ? copy.finish() : RewrittenText.unchanged(text);
  }

  /** Whether the line ends as the parts of a longer line do in mails (quoted-printable). */
  private boolean isSoftLineEnd(int line) {
    int width = lines.end(line) - lines.start(line);
    return width >= 50
        && width <= 76
        && line + 1 < lines.count()
        && lines.end(line + 1) > lines.start(line + 1)
        && text.charAt(lines.end(line) - 1) == '='
        && text.charAt(lines.end(line) - 2) != '='
        && text.substring(lines.start(line), lines.end(line)).indexOf(' ') >= 0
        && !text.startsWith("--", lines.start(line + 1));
  }
}
