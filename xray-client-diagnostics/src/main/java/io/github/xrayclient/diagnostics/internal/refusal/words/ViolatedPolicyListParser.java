package io.github.xrayclient.diagnostics.internal.refusal.words;

import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import java.util.ArrayList;
import java.util.List;

/** Reads the policies of a refusal: <code>{policy, condition, explanation, advice},{…}</code>. */
final class ViolatedPolicyListParser {
  private final List<ViolatedPolicy> policies = new ArrayList<>();
  private final int end;

  /**
   * Reads the consecutive groups from the opening brace at {@code start} on. A group that is not
   * closed, because the message was cut off, extends to the end of its line and is the last.
   */
  ViolatedPolicyListParser(SearchableText text, int start, int limit) {
    int at = start;
    int behind = start;
    while (at < limit && text.charAt(at) == '{') {
      int close = text.closingBrace(at, limit);
      boolean open = close == limit;
      close = open ? text.lineEnd(at, limit) : close;
      String group = text.between(at + 1, close);
      if (!group.isEmpty()) {
        policies.add(ViolatedPolicyParser.parse(group));
      }
      behind = open ? close : close + 1;
      at = open ? limit : behind;
      while (at < limit && " \n,".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }
    end = behind;
  }

  List<ViolatedPolicy> policies() {
    return policies;
  }

  /** The position after the last group. */
  int end() {
    return end;
  }
}
