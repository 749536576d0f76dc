package io.github.xrayclient.diagnostics.migration;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Notes and changes in words. */
final class Texts {
  private Texts() {}

  static List<String> of(Collection<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.toList());
  }
}
