package io.github.xrayclient.diagnostics.internal.refusal.answer;

import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.LogText;
import io.github.xrayclient.diagnostics.internal.refusal.text.TextSplitter;
import java.util.List;

/**
 * Finds the answers of servers and proxies that refuse a request for another reason than a policy, such as
 * a missing permission or wrong credentials.
 */
public final class Answers {
  private Answers() {}

  /**
   * The answers in the order of the text. Their positions are those of the text.
   *
   * @param pieces the text in pieces
   */
  public static List<LocatedBlock> in(LogText log, TextSplitter pieces) {
    return List.of();
  }
}
