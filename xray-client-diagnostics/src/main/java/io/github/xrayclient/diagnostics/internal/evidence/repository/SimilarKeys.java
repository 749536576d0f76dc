package io.github.xrayclient.diagnostics.internal.evidence.repository;

import io.github.xrayclient.diagnostics.internal.coverage.CacheKeys;
import io.github.xrayclient.diagnostics.internal.spelling.EditDistance;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the keys of repositories for which a mistyped key may stand. */
final class SimilarKeys {
  private static final int MOST = 5;

  private SimilarKeys() {}

  /**
   * The keys that differ from the asked one by few letters, that have its words in another order,
   * or of which one contains the other, the most similar first. The key of a cache is compared as
   * that of its repository.
   */
  static List<String> of(String asked, Collection<String> keys) {
    String wanted = CacheKeys.withoutCache(asked).orElse(asked).toLowerCase(Locale.ROOT);
    return keys.stream()
        .filter(key -> !key.equals(asked))
        .filter(key -> isSimilar(wanted, key.toLowerCase(Locale.ROOT)))
        .distinct()
        .sorted(Comparator.<String>comparingInt(
                key -> EditDistance.between(wanted, key.toLowerCase(Locale.ROOT)))
            .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .collect(Collectors.toUnmodifiableList());
  }

  private static boolean isSimilar(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    return EditDistance.between(one, other) <= Math.max(1, shorter / 3)
        || words(one).equals(words(other))
        || (shorter >= 3 && (one.contains(other) || other.contains(one)));
  }

  private static List<String> words(String key) {
    return Arrays.stream(key.split("[-_.]")).sorted().collect(Collectors.toList());
  }
}
