package io.github.xrayclient.curation.internal.call;

import io.github.xrayclient.error.XrayAmbiguousNameException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.internal.call.RedactedByCall;
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
   * @param listing the call that found the objects, for messages
   * @param kind the plural of what the objects are, for messages
   * @throws XrayAmbiguousNameException if several objects were found
   */
  public static <T> Optional<T> only(
      ApiCall<?> listing,
      String kind,
      String name,
      List<T> found,
      Function<T, ? extends WireValue> id) {
    if (found.size() > 1) {
      throw new XrayAmbiguousNameException(
          listing.request().method(),
          RedactedByCall.address(listing),
          kind,
          name,
          found.stream().map(id).map(WireValue::wire).collect(Collectors.toList()));
    }
    return found.stream().findFirst();
  }
}
