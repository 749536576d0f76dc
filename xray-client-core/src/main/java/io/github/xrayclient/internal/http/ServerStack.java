package io.github.xrayclient.internal.http;

import java.util.List;
import java.util.stream.Collectors;

/** Shortens messages with a stack trace of the server to what a caller can act on. */
final class ServerStack {
  private static final String PLACE = "--- at ";
  private static final String CAUSE = "Caused by:";

  private ServerStack() {}

  /**
   * Returns the first line of a message and its last cause. A message that names no places in the
   * server's source is returned unchanged.
   */
  static String shortened(String message) {
    List<String> lines = message.lines().map(String::strip).collect(Collectors.toList());
    if (lines.stream().noneMatch(line -> line.startsWith(PLACE))) {
      return message;
    }
    List<String> words = lines.stream()
        .filter(line -> !line.startsWith(PLACE) && !line.isEmpty())
        .collect(Collectors.toList());
    if (words.isEmpty()) {
      return message;
    }
    String first = words.get(0);
    return words.stream()
        .skip(1)
        .filter(line -> line.startsWith(CAUSE))
        .reduce((earlier, later) -> later)
        .map(cause -> first + "; " + cause)
        .orElse(first);
  }
}
