package io.github.xrayclient.benchmark.table;

import java.util.Locale;

/** A row of the table, with the figures of the library and of the baseline. */
public final class Row {
  /** The first two lines of a table of rows. */
  public static final String HEAD = "| what | baseline | library | result | goal | reached |\n"
      + "| --- | --- | --- | --- | --- | --- |";

  private final String what;
  private final String baseline;
  private final String library;
  private final String result;
  private final String goal;
  private final boolean reached;

  private Row(
      String what, String baseline, String library, String result, String goal, boolean reached) {
    this.what = what;
    this.baseline = baseline;
    this.library = library;
    this.result = result;
    this.goal = goal;
    this.reached = reached;
  }

  /** A row whose ratio must be at most the goal. */
  public static Row atMost(
      double goal, String what, Measured baseline, Measured library, double ratio) {
    return new Row(
        what,
        baseline.toString(),
        library.toString(),
        format("%.2f×", ratio),
        format("≤ %.2f×", goal),
        ratio <= goal);
  }

  /** A row in which the library must be faster than the baseline by the factor of the goal. */
  public static Row faster(
      double goal, String what, Measured baseline, Measured library, double ratio) {
    double times = 1 / ratio;
    return new Row(
        what,
        baseline.toString(),
        library.toString(),
        format("%.0f× faster", times),
        format("≥ %.0f× faster", goal),
        times >= goal);
  }

  /** A row without a baseline, whose figure must be at most the goal. */
  public static Row limit(double goal, String what, Measured library) {
    return new Row(
        what,
        "–",
        library.toString(),
        library.toString(),
        "≤ " + new Measured(goal, library.unit()),
        library.value() <= goal);
  }

  /** The row as a line of a Markdown table. */
  @Override
  public String toString() {
    String verdict = reached ? "yes" : "**no**";
    return "| " + String.join(" | ", what, baseline, library, result, goal, verdict) + " |";
  }

  private static String format(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }
}
