package io.github.xrayclient.diagnostics.internal.refusal.answer;

import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.LogText;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.internal.refusal.text.TextSplitter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the answers of servers and proxies that refuse a request for another reason than a policy,
 * such as a missing permission or wrong credentials. Words count only where they are part of an
 * answer, because logs contain the words of compilers, tests and the operating system, too.
 */
public final class Answers {
  private Answers() {}

  /**
   * The answers in the order of the text. Their positions are those of the text.
   *
   * @param pieces the text in pieces
   */
  public static List<LocatedBlock> in(LogText log, TextSplitter pieces) {
    List<LocatedBlock> found = new ArrayList<>(JsonAnswers.in(pieces.messages()));
    String folded = SearchableText.fold(log.text());
    List<LocatedBlock> others = new ArrayList<>(Pages.in(log.text(), folded));
    others.addAll(LineAnswers.in(log.text(), folded));
    addOutside(found, others);
    return found;
  }

  /** Adds those answers that are not part of an answer that is already known. */
  private static void addOutside(List<LocatedBlock> found, List<LocatedBlock> others) {
    found.sort(Comparator.comparingInt(LocatedBlock::start));
    others.sort(Comparator.comparingInt(LocatedBlock::start));
    List<LocatedBlock> known = List.copyOf(found);
    int at = 0;
    int covered = 0; // the position after the answers so far
    for (LocatedBlock other : others) {
      while (at < known.size() && known.get(at).start() < other.end()) {
        covered = Math.max(covered, known.get(at++).end());
      }
      if (other.start() >= covered) {
        found.add(other);
        covered = other.end();
      }
    }
    found.sort(Comparator.comparingInt(LocatedBlock::start));
  }
}
