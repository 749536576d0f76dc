package io.github.xrayclient.curation.internal.call;

import io.github.xrayclient.error.AmbiguousNameException;
import io.github.xrayclient.value.WireValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds an object by its name, which need not be unique. */
public final class UniqueByName {
  private UniqueByName() {}

  /**
   * Returns the only object that was found; empty if none was found.
   *
   * @param kind the plural of what the objects are, for messages
   * @throws AmbiguousNameException if several objects were found
   */
  public static <T> Optional<T> only(
      String kind, String name, List<T> found, Function<T, ? extends WireValue> id) {
    if (found.size() > 1) {
      throw new AmbiguousNameException(
          kind, name, found.stream().map(id).map(WireValue::wire).collect(Collectors.toList()));
    }
    return found.stream().findFirst();
  }
}
