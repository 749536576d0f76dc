package io.github.xrayclient.diagnostics.internal.migration.check;

import io.github.xrayclient.diagnostics.internal.spelling.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the known name that somebody probably meant: one that differs only in case and separators,
 * as {@code policyAction} does from {@code policy_action}, or by at most two typing errors. In
 * names of fewer than six characters only one error is allowed, since many short names are similar.
 */
final class SimilarName {
  private static final int SHORT = 6;

  private SimilarName() {}

  /** The most similar of the known names; empty if none is similar enough. */
  static Optional<String> of(String name, Collection<String> known) {
    return known.stream()
        .filter(other -> isSimilar(plain(name), plain(other)))
        .min(Comparator.comparingInt(
                (String other) -> EditDistance.between(plain(name), plain(other)))
            .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean isSimilar(String name, String other) {
    int allowed = Math.min(name.length(), other.length()) < SHORT ? 1 : 2;
    return Math.abs(name.length() - other.length()) <= allowed
        && EditDistance.between(name, other) <= allowed;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[_\\-. ]", "");
  }
}
