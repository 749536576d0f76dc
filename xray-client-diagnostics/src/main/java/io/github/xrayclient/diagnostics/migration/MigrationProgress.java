package io.github.xrayclient.diagnostics.migration;

/** Hears of a migration while it runs, on the thread that runs it. */
@FunctionalInterface
public interface MigrationProgress {
  /**
   * A step begins.
   *
   * @param position its place among the steps of this call, counted from 1
   * @param total how many there are
   * @param words what is done, as in {@code create watch libs}
   */
  void begins(int position, int total, String words);
}
