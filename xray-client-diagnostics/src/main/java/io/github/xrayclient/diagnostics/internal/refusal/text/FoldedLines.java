package io.github.xrayclient.diagnostics.internal.refusal.text;

import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * Finds lines that were cut at a fixed number of characters, by their widths alone. The width is
 * counted from the start of the line as well as from the end of its time, since the time may be put
 * before the lines after they were cut. An address at the end of a line that may be cut is in
 * doubt.
 */
final class FoldedLines {
  private static final int NEAR = 12; // the number of lines that are compared on either side
  private static final int NARROWEST = 60;
  private static final int WIDEST = 400;
  private static final int START = 6; // the length of the starts by which records are recognized
  private static final int LONGEST_ADDRESS = 400;
  private static final Set<Integer> USUAL_WIDTHS =
      Set.of(72, 76, 78, 79, 80, 100, 110, 120, 128, 132, 140, 150, 160, 180, 200, 220, 240, 256);

  private enum Fold {
    NO,
    DOUBTFUL,
    YES
  }

  private final LogLines lines;
  private final RewrittenText log;
  private final String text;
  private int known = -1; // the line of the fold that was computed last
  private Fold fold = Fold.NO;

  /** Looks at the lines of a text from which terminal codes were taken off. */
  FoldedLines(LogLines lines, RewrittenText log) {
    this.lines = lines;
    this.log = log;
    this.text = lines.text();
  }

  /** Whether the next line continues this one without a blank between them. */
  boolean goesOn(int line) {
    return fold(line) == Fold.YES;
  }

  /** Whether the line ends with an address that the next line may continue. */
  boolean isDoubtful(int line) {
    return fold(line) == Fold.DOUBTFUL;
  }

  /** The position at which a line begins that continues another one. */
  int start(int line) {
    int time = lines.endOfTime(line);
    return time > lines.start(line) ? time : lines.content(line);
  }

  /** The start of the last word of the line. */
  int startOfAddress(int line) {
    int lowest = Math.max(lines.start(line), lines.end(line) - LONGEST_ADDRESS);
    return lastPosition(' ', lines.end(line), lowest) + 1;
  }

  /** The position behind the first word of a line, if the word may be the end of an address. */
  int endOfAddress(int line) {
    int start = start(line);
    int end = text.indexOf(' ', start);
    if (end < 0 || end > lines.end(line)) {
      end = lines.end(line);
    }
    String word = text.substring(start, Math.min(end, start + LONGEST_ADDRESS));
    return word.indexOf('/') >= 0 || word.indexOf('.') >= 0 ? end : start;
  }

  private Fold fold(int line) {
    if (known != line) {
      known = line;
      fold = mayBeFolded(line) ? computed(line) : Fold.NO;
    }
    return fold;
  }

  private boolean mayBeFolded(int line) {
    int next = line + 1;
    if (next >= lines.count() || lines.hasPrefix(line) != lines.hasPrefix(next)) {
      return false;
    }
    int start = start(next);
    int end = lines.end(line);
    return end - lines.start(line) >= NARROWEST
        && end - lines.content(line) <= WIDEST
        && start < lines.end(next)
        && mayBeInAddress(text.charAt(start))
        && mayBeInAddress(text.charAt(end - 1))
        && hasAddressAtTheEnd(line)
        && !text.startsWith("http", start)
        && !new CutEvidence(text, start(line), end, start, lines.end(next)).isBesideKnownWord()
        && !text.regionMatches(start(line), text, start, START);
  }

  private boolean hasAddressAtTheEnd(int line) {
    int start = startOfAddress(line);
    return lastPosition('/', lines.end(line), start) > start;
  }

  /** The last position of a character in a part of the text; the one before the part if there is none. */
  private int lastPosition(char wanted, int end, int start) {
    int at = end - 1;
    while (at >= start && text.charAt(at) != wanted) {
      at--;
    }
    return at;
  }

  private Fold computed(int line) {
    Fold shown = fold(line, other -> widthFrom(lines.start(other), other));
    if (shown != Fold.YES && lines.endOfTime(line) > lines.start(line)) {
      shown = higher(shown, fold(line, other -> widthFrom(lines.endOfTime(other), other)));
    }
    if (shown != Fold.YES && lines.hasPrefix(line)) {
      shown = higher(shown, fold(line, other -> widthFrom(lines.content(other), other)));
    }
    return shown;
  }

  /** The width behind a position, with the terminal codes that the line contained. */
  private int widthFrom(int start, int line) {
    int end = lines.end(line);
    int first = start == 0 ? 0 : log.origin(start - 1) + 1;
    return end <= start ? 0 : log.origin(end - 1) + 1 - first;
  }

  private Fold fold(int line, IntUnaryOperator widths) {
    int width = widths.applyAsInt(line);
    int same = 0;
    int last = Math.min(lines.count() - 1, line + NEAR);
    for (int other = Math.max(0, line - NEAR); other <= last; other++) {
      int wide = widths.applyAsInt(other);
      if (wide > width) {
        return Fold.NO;
      }
      same += wide == width ? 1 : 0;
    }
    boolean isUsual = USUAL_WIDTHS.contains(width);
    if (width < NARROWEST || isWhole(line) || (same == 1 && isComplete(line))) {
      return Fold.NO;
    }
    if (same == 1 && !isUsual) {
      return isFileWithNext(line) ? Fold.DOUBTFUL : Fold.NO;
    }
    return same > 2 || (same == 2 && isUsual) ? Fold.YES : Fold.DOUBTFUL;
  }

  private static Fold higher(Fold one, Fold other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** Whether the line shows nothing but its width, and an address may end here as well. */
  private boolean isComplete(int line) {
    char next = text.charAt(start(line + 1));
    return (next >= 'A' && next <= 'Z') || CutEvidence.isFile(address(line));
  }

  /** Whether the line ends with a file or an ellipsis, and the next line begins with another word. */
  private boolean isWhole(int line) {
    String address = address(line);
    boolean isWord = Character.isLetterOrDigit(text.charAt(start(line + 1)));
    return isWord
        && (address.endsWith("...") || (CutEvidence.isFile(address) && !isFileWithNext(line)));
  }

  /** Whether the last word of the line and the first one of the next line together are a file. */
  private boolean isFileWithNext(int line) {
    int start = start(line + 1);
    int end = text.indexOf(' ', start);
    int limit = Math.min(lines.end(line + 1), start + LONGEST_ADDRESS);
    String next = text.substring(start, end < 0 || end > limit ? limit : end);
    return CutEvidence.isFile(address(line) + next);
  }

  private String address(int line) {
    return text.substring(startOfAddress(line), lines.end(line));
  }

  private static boolean mayBeInAddress(char c) {
    return (c < 128 && Character.isLetterOrDigit(c)) || "/-_.%=&@+~:".indexOf(c) >= 0;
  }
}
