package io.github.xrayclient.diagnostics.internal.refusal.text;

/**
 * Takes off what stands around the lines of a text, and puts lines together again into which a
 * terminal or a mail program cut a longer line.
 */
final class RestoredLines {
  private static final int MOST_LINES = 1 << 17; // in a window of a log

  private final RewrittenText log;
  private final String text;
  private final LogLines lines;

  private RestoredLines(RewrittenText log) {
    this.log = log;
    this.text = log.text();
    this.lines = LogLines.of(text);
  }

  /** Restores the lines of a text. A text of very many lines, which are nearly all empty, stays as it is. */
  static RewrittenText in(RewrittenText log) {
    return LogLines.count(log.text()) > MOST_LINES
        ? RewrittenText.unchanged(log.text())
        : new RestoredLines(log).restored();
  }

  private RewrittenText restored() {
    CutLines cut = new CutLines(lines);
    WrappedLines wrapped = new WrappedLines(lines);
    FoldedLines folded = new FoldedLines(lines, log);
    Rewriting copy = new Rewriting(text);
    boolean changed = false;
    boolean isRest = false; // whether the line may begin with the rest of an address
    boolean continues = false; // whether the line is a part of a folded one
    for (int line = 0; line < lines.count(); line++) {
      boolean isSoft = isSoftLineEnd(line);
      boolean isCut =
          line + 1 < lines.count() && (isSoft || lines.isPartial(line) || cut.goesOn(line));
      boolean isFolded = !isCut && (wrapped.goesOn(line) || folded.goesOn(line));
      boolean goesOn = isCut || isFolded;
      int from = continues ? folded.start(line) : lines.shown(line);
      int to = isSoft ? lines.end(line) - 1 : isCut ? cut.end(line) : lines.end(line);
      if (isRest) {
        from = Math.max(from, folded.endOfAddress(line));
        to = Math.max(from, to);
      }
      isRest = !goesOn && folded.isDoubtful(line);
      if (isRest) {
        to = Math.max(from, folded.startOfAddress(line));
      }
      continues = isFolded;
      if (from > lines.start(line) || to < lines.start(line + 1) - 1 || goesOn) {
        changed = true;
        copy.copyTo(lines.start(line));
        copy.skipTo(from);
        copy.copyTo(to);
        copy.skipTo(
            isFolded
                ? folded.start(line + 1)
                : isCut ? cut.start(line + 1) : lines.start(line + 1) - 1);
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
