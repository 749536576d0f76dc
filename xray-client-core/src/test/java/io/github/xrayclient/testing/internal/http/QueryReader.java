package io.github.xrayclient.testing.internal.http;

import io.github.xrayclient.testing.RecordedRequest;
import java.util.List;
import java.util.Optional;

/** Reads query parameters strictly: a value of the wrong kind is refused with 400. */
public final class QueryReader {
  private final RecordedRequest request;

  public QueryReader(RecordedRequest request) {
    this.request = request;
  }

  public Optional<String> text(String name) {
    return request.queryParameter(name);
  }

  public Optional<String> oneOf(String name, List<String> allowed) {
    Optional<String> value = text(name);
    if (value.isPresent() && !allowed.contains(value.get())) {
      throw Refusal.error(
          400, name + " must be one of " + String.join(", ", allowed) + ", but was " + value.get());
    }
    return value;
  }

  public Optional<Boolean> flag(String name) {
    return oneOf(name, List.of("true", "false")).map(Boolean::valueOf);
  }

  public Optional<String> digits(String name) {
    Optional<String> value = text(name);
    if (value.isPresent() && !value.get().matches("[0-9]+")) {
      throw Refusal.error(400, name + " must be a number, but was " + value.get());
    }
    return value;
  }

  public Optional<Integer> number(String name, int least) {
    Optional<String> value = text(name);
    if (value.isPresent() && !value.get().matches("[0-9]{1,9}")) {
      throw Refusal.error(400, name + " must be a number, but was " + value.get());
    }
    Optional<Integer> number = value.map(Integer::valueOf);
    if (number.isPresent() && number.get() < least) {
      throw Refusal.error(400, name + " must be at least " + least + ", but was " + number.get());
    }
    return number;
  }
}
