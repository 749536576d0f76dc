package io.github.xrayclient.diagnostics.internal.evidence.repository;

import io.github.xrayclient.diagnostics.internal.coverage.WatchCoverage;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the keys of repositories for which a mistyped key may stand. */
final class SimilarKeys {
  private static final int MOST = 5;

  /** The longest key that is compared letter by letter. */
  private static final int LONGEST = 128;

  private SimilarKeys() {}

  /**
   * The keys that differ from the asked one by few letters, that have its words in another order,
   * or of which one contains the other, the most similar first. The key of a cache is compared as
   * that of its repository.
   */
  static List<String> of(String asked, Collection<String> keys) {
    String wanted = WatchCoverage.withoutCache(asked).orElse(asked).toLowerCase(Locale.ROOT);
    return keys.stream()
        .filter(key -> !key.equals(asked))
        .filter(key -> isSimilar(wanted, key.toLowerCase(Locale.ROOT)))
        .distinct()
        .sorted(Comparator.<String>comparingInt(key -> edits(wanted, key.toLowerCase(Locale.ROOT)))
            .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .collect(Collectors.toUnmodifiableList());
  }

  private static boolean isSimilar(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    return edits(one, other) <= Math.max(1, shorter / 3)
        || words(one).equals(words(other))
        || (shorter >= 3 && (one.contains(other) || other.contains(one)));
  }

  private static List<String> words(String key) {
    return Arrays.stream(key.split("[-_.]")).sorted().collect(Collectors.toList());
  }

  /** The number of letters to insert, delete, replace or exchange with their neighbour. */
  private static int edits(String one, String other) {
    if (one.length() > LONGEST || other.length() > LONGEST) {
      return one.equals(other) ? 0 : LONGEST;
    }
    int[][] edits = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : least(edits, i, j, one, other);
      }
    }
    return edits[one.length()][other.length()];
  }

  private static int least(int[][] edits, int i, int j, String one, String other) {
    boolean isSame = one.charAt(i - 1) == other.charAt(j - 1);
    int least = Math.min(
        Math.min(edits[i - 1][j], edits[i][j - 1]) + 1, edits[i - 1][j - 1] + (isSame ? 0 : 1));
    boolean isExchanged = i > 1
        && j > 1
        && one.charAt(i - 1) == other.charAt(j - 2)
        && one.charAt(i - 2) == other.charAt(j - 1);
    return isExchanged ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
  }
}
