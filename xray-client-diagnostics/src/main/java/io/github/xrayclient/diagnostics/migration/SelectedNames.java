package io.github.xrayclient.diagnostics.migration;

import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.internal.call.Arguments;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The objects of one kind whose names match one pattern. */
final class SelectedNames implements Comparable<SelectedNames> {
  private static final String ALL = "*";

  private final ObjectKind kind;
  private final String pattern;

  private SelectedNames(ObjectKind kind, String pattern) {
    this.kind = kind;
    this.pattern = pattern.replaceAll("\\*+", ALL);
  }

  /** One element for each pattern, or one for all names if there is no pattern. */
  static List<SelectedNames> of(ObjectKind kind, List<String> patterns) {
    List<String> some = patterns.isEmpty() ? List.of(ALL) : patterns;
    return some.stream()
        .map(pattern -> new SelectedNames(kind, Arguments.text("pattern", pattern)))
        .collect(Collectors.toList());
  }

  /**
   * Reads {@code KIND} or {@code KIND:PATTERN}.
   *
   * @throws IllegalArgumentException if the kind is unknown or the pattern is blank
   */
  static SelectedNames parse(String text) {
    int colon = Arguments.text("text", text).indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    return new SelectedNames(
        ObjectKinds.ofDirectory(kind)
            .orElseThrow(() -> new IllegalArgumentException("text must be KIND or KIND:PATTERN,"
                + " where KIND is one of " + kinds() + ", but was \"" + text + "\"")),
        colon < 0 ? ALL : patternIn(text, colon));
  }

  private static String patternIn(String text, int colon) {
    String pattern = text.substring(colon + 1);
    if (pattern.isBlank()) {
      throw new IllegalArgumentException("text must have a pattern of names after the colon, as in "
          + text.substring(0, colon) + ":npm-*, but was \"" + text
          + "\"; omit the colon for all names");
    }
    return pattern;
  }

  private static String kinds() {
    return Arrays.stream(ObjectKind.values())
        .map(ObjectKind::directory)
        .collect(Collectors.joining(", "));
  }

  ObjectKind kind() {
    return kind;
  }

  /** Whether every name of the kind matches. */
  boolean isWholeKind() {
    return pattern.equals(ALL);
  }

  boolean includes(ObjectKey key) {
    return key.kind() == kind && matches(key.name());
  }

  /** Finds each part between two asterisks at the first place, so this takes linear time. */
  private boolean matches(String name) {
    String[] parts = pattern.split("\\*", -1);
    String last = parts[parts.length - 1];
    if (parts.length == 1) {
      return name.equals(pattern);
    }
    int at = name.startsWith(parts[0]) ? parts[0].length() : -1;
    for (int i = 1; i < parts.length - 1 && at >= 0; i++) {
      int found = name.indexOf(parts[i], at);
      at = found < 0 ? -1 : found + parts[i].length();
    }
    return at >= 0 && name.length() - last.length() >= at && name.endsWith(last);
  }

  @Override
  public int compareTo(SelectedNames other) {
    int byKind = kind.compareTo(other.kind);
    return byKind == 0 ? pattern.compareTo(other.pattern) : byKind;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SelectedNames && compareTo((SelectedNames) other) == 0;
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    return isWholeKind() ? kind.directory() : kind.directory() + ":" + pattern;
  }
}
