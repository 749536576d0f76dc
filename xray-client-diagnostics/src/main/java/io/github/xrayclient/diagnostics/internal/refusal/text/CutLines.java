package io.github.xrayclient.diagnostics.internal.refusal.text;

/**
 * Finds the places at which a terminal cut a line in the middle because it was longer than the
 * terminal is wide. A line goes on in the next one if it is as wide as the widest lines around it,
 * and something in the text shows that lines of this width were cut. A line that was wrapped
 * between words ends where it ends.
 */
final class CutLines {
  private static final int NEAR = 12; // the number of lines that are compared on either side
  private static final int NARROWEST = 40;
  private static final int WIDEST = 400;

  private static final int START = 6; // the length of the starts by which records are recognized

  /** What a line end shows; the order is of no importance. */
  private enum Shown {
    NOTHING,
    CUT,
    WORDS
  }

  private final LogLines lines;
  private final String text;
  private final Shown[] shown;
  private final int[] widths; // one more than the width; 0 if it was not computed yet

  CutLines(LogLines lines) {
    this.lines = lines;
    this.text = lines.text();
    this.shown = new Shown[lines.count()];
    this.widths = new int[lines.count()];
  }

  /** Whether the next line continues this one without a blank between them. */
  boolean goesOn(int line) {
    if (!mayGoOn(line)) {
      return false;
    }
    CutEvidence cut = evidence(line);
    if (cut.isInsideKnownWord()) {
      return true;
    }
    int width = width(line);
    return width >= NARROWEST && width <= WIDEST && isWidest(line, width) && isCut(line, cut);
  }

  private boolean mayGoOn(int line) {
    int next = line + 1;
    return next < lines.count()
        && (lines.hasPrefix(line) || !lines.hasPrefix(next))
        && !lines.hasLabel(next)
        && end(line) > start(line)
        && end(next) > start(next)
        && !text.regionMatches(start(line), text, start(next), START); // records, one a line
  }

  /** The start of the line, without the blanks inside a colored box. */
  int start(int line) {
    int start = isWithPrefixInside(line) ? lines.start(line) : lines.content(line);
    return isPadded(line) ? LineBars.endOfBlanks(text, start, lines.end(line)) : start;
  }

  /** The end of the line, without the blanks inside a colored box. */
  int end(int line) {
    return isPadded(line)
        ? LineBars.startOfBlanks(text, lines.start(line), lines.end(line))
        : lines.end(line);
  }

  /** Whether the terminal counted the prefix of the line, because the next line does not have it. */
  private boolean isWithPrefixInside(int line) {
    return lines.hasPrefix(line) && line + 1 < lines.count() && !lines.hasPrefix(line + 1);
  }

  /** Whether the line and one beside it end with blanks at the same column, as in a colored box. */
  private boolean isPadded(int line) {
    return isPaddedLike(line, line - 1) || isPaddedLike(line, line + 1);
  }

  private boolean isPaddedLike(int line, int other) {
    return other >= 0
        && other < lines.count()
        && fullWidth(line) >= NARROWEST
        && fullWidth(line) == fullWidth(other)
        && text.charAt(lines.end(line) - 1) == ' '
        && text.charAt(lines.end(other) - 1) == ' ';
  }

  private int fullWidth(int line) {
    return lines.end(line) - lines.content(line);
  }

  private int width(int line) {
    if (widths[line] == 0) {
      int start = isPadded(line) ? lines.content(line) : start(line);
      widths[line] = 1 + end(line) - start;
    }
    return widths[line] - 1;
  }

  private boolean isWidest(int line, int width) {
    for (int other = first(line); other <= last(line); other++) {
      if (isComparable(line, other) && width(other) > width) {
        return false;
      }
    }
    return true;
  }

  /** Lines of a colored box are compared with each other only. */
  private boolean isComparable(int line, int other) {
    return !isPadded(line) || (isPadded(other) && fullWidth(line) == fullWidth(other));
  }

  private int first(int line) {
    return Math.max(0, line - NEAR);
  }

  private int last(int line) {
    return Math.min(lines.count() - 1, line + NEAR);
  }

  private boolean isCut(int line, CutEvidence own) {
    if (own.isBesideKnownWord()) {
      return false;
    }
    boolean isCut = own.isCertain();
    int width = width(line);
    for (int other = first(line); other < last(line); other++) {
      if (other != line && width(other) == width && isComparable(line, other)) {
        if (shown(other) == Shown.WORDS) {
          return false;
        }
        isCut |= shown(other) == Shown.CUT;
      }
    }
    return isCut || own.isLikely(width);
  }

  private Shown shown(int line) {
    if (shown[line] == null) {
      shown[line] = mayGoOn(line) ? shown(evidence(line)) : Shown.NOTHING;
    }
    return shown[line];
  }

  private static Shown shown(CutEvidence cut) {
    if (cut.isBetweenKnownWords()) {
      return Shown.WORDS;
    }
    return cut.isInsideKnownWord() || cut.isCertain() ? Shown.CUT : Shown.NOTHING;
  }

  private CutEvidence evidence(int line) {
    return new CutEvidence(text, start(line), end(line), start(line + 1), end(line + 1));
  }
}
