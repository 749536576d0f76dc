package io.github.xrayclient.internal.http;

import io.github.xrayclient.http.ApiResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Reads the {@code Retry-After} header: a number of seconds, or a date. A date is compared with the
 * {@code Date} header of the answer.
 */
final class RetryAfter {
  private RetryAfter() {}

  static Optional<Duration> of(ApiResponse response) {
    return response.header("Retry-After").map(String::strip).flatMap(text -> read(text, response));
  }

  private static Optional<Duration> read(String text, ApiResponse response) {
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    ZonedDateTime now =
        response.header("Date").flatMap(RetryAfter::date).orElseGet(ZonedDateTime::now);
    return date(text).map(then -> then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
  }

  private static Optional<ZonedDateTime> date(String text) {
    try {
      return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeParseException notADate) {
      return Optional.empty(); // an invalid header counts as absent
    }
  }
}
