package io.github.xrayclient.benchmark.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The figures of all rounds, in each of which everything that is compared was measured once.
 *
 * @param <K> what is compared
 * @param <S> what was found for it in one round
 */
public final class Rounds<K, S> {
  private final Map<K, List<S>> samples = new LinkedHashMap<>();

  public void add(K compared, S sample) {
    samples.computeIfAbsent(compared, key -> new ArrayList<>()).add(sample);
  }

  /** How often this was measured. */
  public int number(K compared) {
    return samples.get(compared).size();
  }

  public double median(K compared, ToDoubleFunction<S> figure) {
    return Measured.median(figures(compared, figure));
  }

  /** The median of the ratios of all rounds. */
  public double ratio(K compared, K baseline, ToDoubleFunction<S> figure) {
    List<Double> own = figures(compared, figure);
    List<Double> others = figures(baseline, figure);
    return Measured.median(IntStream.range(0, own.size())
        .mapToObj(round -> own.get(round) / others.get(round))
        .collect(Collectors.toList()));
  }

  /** The least and the greatest figure, such as {@code 540–612}. */
  public String range(K compared, ToDoubleFunction<S> figure) {
    List<Double> all = figures(compared, figure);
    double least = all.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double greatest = all.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    return String.format(
        Locale.ROOT, greatest < 100 ? "%.1f–%.1f" : "%,.0f–%,.0f", least, greatest);
  }

  private List<Double> figures(K compared, ToDoubleFunction<S> figure) {
    return samples.get(compared).stream().map(figure::applyAsDouble).collect(Collectors.toList());
  }
}
