package io.github.xrayclient.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.value.FieldChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Describes changes between an expected value and the value on the server. */
final class UnexpectedValues {
  private static final int LONGEST = 200;

  private UnexpectedValues() {}

  /** Returns a sentence for each change. */
  static List<String> sentences(List<FieldChange> changes) {
    return changes.stream().map(UnexpectedValues::sentence).collect(Collectors.toList());
  }

  /**
   * Returns the sentences for the first changes, and the number of further changes; empty if there
   * are none.
   */
  static String summary(List<FieldChange> changes, int limit) {
    String first = changes.stream()
        .limit(limit)
        .map(UnexpectedValues::sentence)
        .collect(Collectors.joining("; "));
    int more = changes.size() - limit;
    return first + (more > 0 ? "; and " + more + " more" : "");
  }

  private static String sentence(FieldChange change) {
    return cut(change.field())
        + " should be " + text(change.from())
        + ", but is " + text(change.to());
  }

  private static String text(Optional<JsonNode> value) {
    return value.map(node -> cut(node.toString())).orElse("absent");
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
