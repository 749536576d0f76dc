package io.github.xrayclient.benchmark.table;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** A number with its unit. */
public final class Measured {
  private final double value;
  private final String unit;

  public Measured(double value, String unit) {
    this.value = value;
    this.unit = unit;
  }

  public double value() {
    return value;
  }

  public String unit() {
    return unit;
  }

  public static double median(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
  }

  @Override
  public String toString() {
    String number = value < 100 && value != Math.rint(value) ? "%,.1f" : "%,.0f";
    return String.format(Locale.ROOT, number, value) + " " + unit;
  }
}
