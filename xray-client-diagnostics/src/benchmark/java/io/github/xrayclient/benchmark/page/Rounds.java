package io.github.xrayclient.benchmark.page;

import io.github.xrayclient.benchmark.peer.Contender;
import io.github.xrayclient.benchmark.table.Measured;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The figures of all rounds, in each of which every contender was measured once.
 *
 * @param <S> what was found in one round
 */
final class Rounds<S> {
  private final Map<Contender, List<S>> samples = new EnumMap<>(Contender.class);

  void add(Contender contender, S sample) {
    samples.computeIfAbsent(contender, key -> new ArrayList<>()).add(sample);
  }

  int number() {
    return samples.get(Contender.JDK).size();
  }

  double median(Contender contender, ToDoubleFunction<S> figure) {
    return Measured.median(figures(contender, figure));
  }

  /** The median of the ratios of all rounds. */
  double ratio(Contender contender, Contender other, ToDoubleFunction<S> figure) {
    List<Double> own = figures(contender, figure);
    List<Double> others = figures(other, figure);
    return Measured.median(IntStream.range(0, own.size())
        .mapToObj(round -> own.get(round) / others.get(round))
        .collect(Collectors.toList()));
  }

  /** The least and the greatest figure, such as {@code 540–612}. */
  String range(Contender contender, ToDoubleFunction<S> figure) {
    List<Double> all = figures(contender, figure);
    double least = all.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double greatest = all.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    return String.format(Locale.ROOT, "%,.0f–%,.0f", least, greatest);
  }

  private List<Double> figures(Contender contender, ToDoubleFunction<S> figure) {
    return samples.get(contender).stream().map(figure::applyAsDouble).collect(Collectors.toList());
  }
}
