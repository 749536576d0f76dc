package io.github.xrayclient.curation.internal.call;

import io.github.xrayclient.internal.secret.VisibleText;
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
   * @throws IllegalStateException if several objects were found; the message has their ids
   */
  public static <T> Optional<T> only(
      String kind, String name, List<T> found, Function<T, Object> id) {
    if (found.size() > 1) {
      throw new IllegalStateException(VisibleText.oneLine(found.size()
          + " "
          + kind
          + " have the name \""
          + name
          + "\"; use one of their ids: "
          + found.stream().map(id).collect(Collectors.toList())));
    }
    return found.stream().findFirst();
  }
}
