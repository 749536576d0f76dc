package io.github.xrayclient.diagnostics.internal.refusal.tool;

import io.github.xrayclient.diagnostics.refusal.DownloadTool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Collects which programs wrote which lines of a log, and tells which one printed a refusal. The
 * lines are added in their order. Not thread-safe.
 */
public final class ToolSightings {
  private static final int MOST = 4_096; // sections; later ones are not collected
  private static final long FAR_BEFORE = 200; // lines
  private static final long FAR_BEHIND = 20;
  private static final long CLOSE = 5;

  private static final List<DownloadTool> TOOLS = ToolTable.ENTRIES.stream()
      .flatMap(entry -> entry.phrases().stream().map(phrase -> entry.tool()))
      .collect(Collectors.toUnmodifiableList());
  private static final PhraseSearch SEARCH = new PhraseSearch(ToolTable.ENTRIES.stream()
      .flatMap(entry -> entry.phrases().stream())
      .collect(Collectors.toUnmodifiableList()));

  private final List<Section> sections = new ArrayList<>();
  private Optional<DownloadTool> last = Optional.empty();
  private boolean isFull;

  /** Receives the position at which a program was recognized. */
  @FunctionalInterface
  public interface Positions {
    /** Receives one position and the program there. */
    void recognized(DownloadTool tool, int position);
  }

  /** Finds the programs whose output is in a text, in the order of the text. */
  public static void in(String text, Positions positions) {
    SEARCH.in(text, (phrase, end) -> positions.recognized(TOOLS.get(phrase), end));
  }

  /** Adds a line on which a program was recognized. */
  public void add(DownloadTool tool, long line) {
    last = Optional.of(tool);
    int count = sections.size();
    isFull |= count == MOST && !sections.get(count - 1).tool.equals(tool);
    if (isFull) {
      return;
    }
    if (count > 0 && sections.get(count - 1).tool.equals(tool)) {
      sections.get(count - 1).last = line;
    } else if (count > 0 && sections.get(count - 1).first == line) {
      sections.set(count - 1, new Section(tool, line)); // what stands last on a line counts
    } else {
      sections.add(new Section(tool, line));
    }
  }

  /** The program that printed a refusal on this line: the nearest one before it, or shortly behind it. */
  public Optional<DownloadTool> at(long line) {
    int index = lastUpTo(line);
    long before = index < 0 ? Long.MAX_VALUE : Math.max(0, line - sections.get(index).last);
    boolean hasNext = index + 1 < sections.size();
    long behind = hasNext ? sections.get(index + 1).first - line : Long.MAX_VALUE;
    boolean isBehind = behind <= (before <= FAR_BEFORE ? CLOSE : FAR_BEHIND) && before > CLOSE;
    if (isBehind) {
      return Optional.of(sections.get(index + 1).tool);
    }
    return before <= FAR_BEFORE ? Optional.of(sections.get(index).tool) : Optional.empty();
  }

  /** The program that was recognized last. */
  public Optional<DownloadTool> last() {
    return last;
  }

  private int lastUpTo(long line) {
    int low = 0;
    int high = sections.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (sections.get(middle).first <= line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** Lines on which one program was recognized, with no other program between the first and the last. */
  private static final class Section {
    private final DownloadTool tool;
    private final long first;
    private long last;

    Section(DownloadTool tool, long line) {
      this.tool = tool;
      this.first = line;
      this.last = line;
    }
  }
}
