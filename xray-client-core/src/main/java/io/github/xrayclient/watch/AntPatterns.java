package io.github.xrayclient.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ant patterns of a filter: what passes is in one of the includes (all, if there are none) and in
 * none of the excludes. Immutable.
 */
public final class AntPatterns {
  private final List<String> includes;
  private final List<String> excludes;

  private AntPatterns(List<String> includes, List<String> excludes) {
    this.includes = includes;
    this.excludes = excludes;
  }

  /** The patterns in a filter's value; empty if it is not made of two lists of texts. */
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

  /** {@code IncludePatterns}. */
  public List<String> includes() {
    return includes;
  }

  /** {@code ExcludePatterns}. */
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
