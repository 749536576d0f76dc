package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of names, such as {@code prod-*}. An asterisk stands for any characters, also for none;
 * all other characters stand for themselves, in the same case. The whole name must match. Immutable
 * and thread-safe.
 *
 * <pre>{@code
 * NamePattern prod = NamePattern.of("prod-*");
 * xray.policies().list().stream().filter(policy -> prod.matches(policy.name()));
 * }</pre>
 */
public final class NamePattern {
  private static final String ANY = "*";

  private final String text;
  private final String[] parts;

  private NamePattern(String text) {
    this.text = text;
    this.parts = text.split("\\*", -1);
  }

  /** Returns the pattern with this text; without an asterisk, it matches one name. */
  @JsonCreator
  public static NamePattern of(String text) {
    return new NamePattern(Objects.requireNonNull(text, "text").replaceAll("\\*+", ANY));
  }

  /** Whether every name matches. */
  public boolean isAny() {
    return text.equals(ANY);
  }

  /** The number of asterisks; several in a row count as one. */
  public int wildcards() {
    return parts.length - 1;
  }

  /** Whether the pattern matches this name. */
  public boolean matches(String name) {
    return match(name).isPresent();
  }

  /**
   * Returns the texts for which the asterisks stand in a name; empty if the name does not match.
   * Each part between two asterisks is found at the first possible place.
   */
  public Optional<List<String>> match(String name) {
    Objects.requireNonNull(name, "name");
    if (wildcards() == 0) {
      return name.equals(text) ? Optional.of(List.of()) : Optional.empty();
    }
    if (!name.startsWith(parts[0])) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    int at = parts[0].length();
    for (int i = 1; i < parts.length - 1; i++) {
      int found = name.indexOf(parts[i], at);
      if (found < 0) {
        return Optional.empty();
      }
      texts.add(name.substring(at, found));
      at = found + parts[i].length();
    }
    String last = parts[parts.length - 1];
    int end = name.length() - last.length();
    if (end < at || !name.endsWith(last)) {
      return Optional.empty();
    }
    texts.add(name.substring(at, end));
    return Optional.of(texts);
  }

  /**
   * Returns the name in which these texts, in order, take the places of the asterisks. Texts for
   * which there is no asterisk are not used.
   *
   * @throws IllegalArgumentException if there are fewer texts than asterisks
   */
  public String filled(List<String> texts) {
    for (String replacement : Objects.requireNonNull(texts, "texts")) {
      Objects.requireNonNull(replacement, "texts must not contain null");
    }
    if (texts.size() < wildcards()) {
      throw new IllegalArgumentException(
          "texts must have an element for each asterisk of " + text + ", but has " + texts.size());
    }
    StringBuilder name = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      name.append(texts.get(i - 1)).append(parts[i]);
    }
    return name.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NamePattern && ((NamePattern) other).text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The pattern, with a single asterisk in place of several in a row. */
  @Override
  @JsonValue
  public String toString() {
    return text;
  }
}
