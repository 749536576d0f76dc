package io.github.xrayclient.examples.ignore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Option;

/** The options for how long and why violations are ignored. */
final class IgnoreTerms {
  private static final int MOST_DAYS = 36_500; // 100 years, so that the end has a year of 4 digits

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      required = true,
      description = "The number of days after which the rules end, from 1 to 36500.")
  int days;

  @Option(
      names = "--notes",
      paramLabel = "TEXT",
      required = true,
      description = "Why the violations are ignored, which the server stores with the rules.")
  String notes;

  void check() {
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException(
          "--days must be from 1 to " + MOST_DAYS + ", but was " + days);
    }
    if (notes.isBlank()) {
      throw new IllegalArgumentException("--notes is blank; say why the violations are ignored");
    }
  }

  Instant end() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(days, ChronoUnit.DAYS);
  }
}
