package io.github.xrayclient.diagnostics.internal.migration.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pattern of names. An asterisk stands for any characters, also for none; all other characters
 * stand for themselves, in the same case.
 */
public final class NamePattern {
  private static final String ANY = "*";

  private final String text;
  private final String[] parts;

  private NamePattern(String text) {
    this.text = text;
    this.parts = text.split("\\*", -1);
  }

  public static NamePattern of(String text) {
    return new NamePattern(text.replaceAll("\\*+", ANY));
  }

  /** Whether every name matches. */
  public boolean isAny() {
    return text.equals(ANY);
  }

  /** The number of asterisks. */
  public int wildcards() {
    return parts.length - 1;
  }

  public boolean matches(String name) {
    return match(name).isPresent();
  }

  /**
   * The texts for which the asterisks stand in a name; empty if the name does not match. Finds each
   * part between two asterisks at the first place, so this takes linear time.
   */
  public Optional<List<String>> match(String name) {
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

  /** The name in which these texts, in order, take the places of the asterisks. */
  public String filled(List<String> texts) {
    StringBuilder name = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      name.append(texts.get(i - 1)).append(parts[i]);
    }
    return name.toString();
  }

  /** The pattern, with a single asterisk in place of several in a row. */
  @Override
  public String toString() {
    return text;
  }
}
