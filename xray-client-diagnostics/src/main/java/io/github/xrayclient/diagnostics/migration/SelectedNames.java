package io.github.xrayclient.diagnostics.migration;

import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.value.NamePattern;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The objects of one kind whose names match one pattern. */
final class SelectedNames implements Comparable<SelectedNames> {
  private static final String ALL = "*";

  private final ObjectKind kind;
  private final NamePattern pattern;

  private SelectedNames(ObjectKind kind, String pattern) {
    this.kind = kind;
    this.pattern = NamePattern.of(pattern);
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
    return pattern.isAny();
  }

  boolean includes(ObjectKey key) {
    return key.kind() == kind && pattern.matches(key.name());
  }

  @Override
  public int compareTo(SelectedNames other) {
    int byKind = kind.compareTo(other.kind);
    return byKind == 0 ? toString().compareTo(other.toString()) : byKind;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SelectedNames && compareTo((SelectedNames) other) == 0;
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The form that {@link #parse parse(..)} reads. */
  @Override
  public String toString() {
    return isWholeKind() ? kind.directory() : kind.directory() + ":" + pattern;
  }
}
