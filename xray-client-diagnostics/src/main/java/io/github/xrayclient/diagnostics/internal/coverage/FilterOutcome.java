package io.github.xrayclient.diagnostics.internal.coverage;

/**
 * Whether a filter matches, and the reason if it does not match, or does not certainly match.
 * Immutable.
 */
final class FilterOutcome {
  private final Coverage coverage;
  private final String words;

  private FilterOutcome(Coverage coverage, String words) {
    this.coverage = coverage;
    this.words = words;
  }

  static FilterOutcome passed() {
    return new FilterOutcome(Coverage.COVERS, "");
  }

  static FilterOutcome failed(String fact) {
    return new FilterOutcome(Coverage.NO, fact);
  }

  static FilterOutcome open(String condition) {
    return new FilterOutcome(Coverage.COVERS_IF, condition);
  }

  /**
   * Returns an uncertain outcome in place of a mismatch, and any other outcome as it is.
   *
   * @param before the beginning of the condition, which the reason for the mismatch completes
   */
  FilterOutcome openIfFailed(String before) {
    return coverage == Coverage.NO ? open(before + words) : this;
  }

  Coverage coverage() {
    return coverage;
  }

  String words() {
    return words;
  }
}
