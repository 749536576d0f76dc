package io.github.xrayclient.examples.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the names that somebody may have meant who wrote another one. */
public final class NearNames {
  private static final int MOST = 2;

  private NearNames() {}

  /** The nearest names first; none if all differ too much. */
  public static List<String> of(String written, Collection<String> names) {
    String word = written.split("=", 2)[0];
    int limit = Math.max(1, word.length() / 3);
    List<String> near = names.stream()
        .filter(name -> isBeginning(word, name) || distance(word, name) <= limit)
        .sorted(Comparator.comparingInt((String name) -> distance(word, name))
            .thenComparing(Comparator.naturalOrder()))
        .collect(Collectors.toList());
    return new ArrayList<>(near.subList(0, Math.min(MOST, near.size())));
  }

  private static boolean isBeginning(String word, String name) {
    return word.length() > 3
        && name.length() > 3
        && (name.startsWith(word) || word.startsWith(name));
  }

  /** How many characters must be inserted, deleted or replaced, or neighbors swapped. */
  private static int distance(String one, String other) {
    int[][] distances = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        distances[i][j] = i == 0 || j == 0 ? i + j : least(distances, one, i, other, j);
      }
    }
    return distances[one.length()][other.length()];
  }

  private static int least(int[][] distances, String one, int i, String other, int j) {
    int replaced = distances[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
    boolean isSwapped = i > 1
        && j > 1
        && one.charAt(i - 1) == other.charAt(j - 2)
        && one.charAt(i - 2) == other.charAt(j - 1);
    return isSwapped ? Math.min(least, distances[i - 2][j - 2] + 1) : least;
  }
}
