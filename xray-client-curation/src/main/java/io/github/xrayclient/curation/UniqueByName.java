package io.github.xrayclient.curation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds by a name that need not be unique. */
final class UniqueByName {
  private UniqueByName() {}

  static <T> Optional<T> only(String kind, String name, List<T> found, Function<T, Object> id) {
    if (found.size() > 1) {
      throw new IllegalStateException(found.size()
          + " "
          + kind
          + " have the name "
          + name
          + "; use one of their ids: "
          + found.stream().map(id).collect(Collectors.toList()));
    }
    return found.stream().findFirst();
  }
}
