package io.github.xrayclient.diagnostics.internal.spelling;

/** The number of typing errors by which two names differ. */
public final class EditDistance {
  /** The longest name that is compared letter by letter. */
  public static final int LONGEST = 128;

  private EditDistance() {}

  /**
   * The number of characters to insert, delete, replace or exchange with their neighbour. Two
   * different names of which one is longer than {@link #LONGEST} count as {@link #LONGEST} apart, so
   * that long names cost little time and memory.
   */
  public static int between(String one, String other) {
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
