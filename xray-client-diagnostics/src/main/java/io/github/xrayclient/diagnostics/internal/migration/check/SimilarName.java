package io.github.xrayclient.diagnostics.internal.migration.check;

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
        .min(Comparator.comparingInt((String other) -> distance(plain(name), plain(other)))
            .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean isSimilar(String name, String other) {
    int allowed = Math.min(name.length(), other.length()) < SHORT ? 1 : 2;
    return Math.abs(name.length() - other.length()) <= allowed && distance(name, other) <= allowed;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[_\\-. ]", "");
  }

  /** The number of characters to insert, delete, replace or swap with the next one. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean isSwapped = i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1);
        if (isSwapped) {
          cost[i][j] = Math.min(cost[i][j], 1 + cost[i - 2][j - 2]);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
