package io.github.xrayclient.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ant patterns of a filter. A text passes if it matches one of the includes (or if there are none)
 * and none of the excludes. {@code ?} stands for one character, {@code *} for any number of
 * characters within a path element, and {@code **} for any number of path elements. Immutable.
 */
public final class AntPatterns {
  private final List<String> includes;
  private final List<String> excludes;

  private AntPatterns(List<String> includes, List<String> excludes) {
    this.includes = includes;
    this.excludes = excludes;
  }

  /**
   * The patterns in the value of a filter; empty if the value does not consist of two lists of
   * texts.
   */
  static Optional<AntPatterns> of(JsonNode value) {
    if (!value.isObject()) {
      return Optional.empty();
    }
    Optional<List<String>> includes = texts(value.path("IncludePatterns"));
    Optional<List<String>> excludes = texts(value.path("ExcludePatterns"));
    return includes.isPresent() && excludes.isPresent()
        ? Optional.of(new AntPatterns(includes.get(), excludes.get()))
        : Optional.empty();
  }

  /**
   * The patterns of which one must match; if there are none, everything passes. On the wire
   * {@code IncludePatterns}.
   */
  public List<String> includes() {
    return includes;
  }

  /** The patterns of which none may match. On the wire {@code ExcludePatterns}. */
  public List<String> excludes() {
    return excludes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AntPatterns
        && includes.equals(((AntPatterns) other).includes)
        && excludes.equals(((AntPatterns) other).excludes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(includes, excludes);
  }

  @Override
  public String toString() {
    return "AntPatterns{includes=" + includes + ", excludes=" + excludes + "}";
  }

  private static Optional<List<String>> texts(JsonNode list) {
    if (list.isMissingNode() || list.isNull()) {
      return Optional.of(List.of());
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode entry : list) {
      if (!entry.isTextual()) {
        return Optional.empty();
      }
      texts.add(entry.asText());
    }
    return list.isArray() ? Optional.of(Collections.unmodifiableList(texts)) : Optional.empty();
  }
}
