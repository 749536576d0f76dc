package io.github.xrayclient.curation.internal.call;

import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.RedactedByCall;
import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.internal.error.ErrorAnswer;
import io.github.xrayclient.value.NameOrId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds objects by a name or an id, where ids consist of digits. Digits are an id first, and a name
 * only if no object has this id. Any other text is a name, unless the caller says that it is an id.
 */
public final class ByNameOrId<T> {
  private final ApiCalls xray;
  private final String path;
  private final String kind;
  private final Function<String, T> byId;
  private final Function<String, Optional<T>> byName;

  /**
   * Creates a search.
   *
   * @param path the path of the listing
   * @param kind what an object is, for messages
   * @param byId reads an object, or throws an {@link XrayNotFoundException}
   */
  public ByNameOrId(
      ApiCalls xray,
      String path,
      String kind,
      Function<String, T> byId,
      Function<String, Optional<T>> byName) {
    this.xray = xray;
    this.path = path;
    this.kind = kind;
    this.byId = byId;
    this.byName = byName;
  }

  /** Returns the object; empty if there is none. */
  public Optional<T> find(String argument, NameOrId object) {
    Objects.requireNonNull(object, argument);
    Optional<T> found = isTriedAsId(object) ? findById(object.text()) : Optional.empty();
    return found.isPresent() || !object.mayBeName() ? found : byName.apply(object.text());
  }

  /**
   * Returns the object.
   *
   * @throws XrayNotFoundException if there is none
   */
  public T get(String argument, NameOrId object) {
    if (!Objects.requireNonNull(object, argument).mayBeName()) {
      return byId.apply(object.text());
    }
    return find(argument, object).orElseThrow(() -> missing(object));
  }

  private Optional<T> findById(String id) {
    try {
      return Optional.of(byId.apply(id));
    } catch (XrayNotFoundException missing) {
      return Optional.empty();
    }
  }

  private static boolean isTriedAsId(NameOrId object) {
    boolean isDigits = object.text().matches("[0-9]+");
    return object.mayBeId() && (isDigits || !object.mayBeName());
  }

  private RuntimeException missing(NameOrId object) {
    String id = isTriedAsId(object) ? "the id " + object.text() + " (404) or " : "";
    return ErrorAccess.get()
        .errorOf(new ErrorAnswer("GET", RedactedByCall.address(xray.call("GET", path)), 404)
            .sentence(
                xray.redact("no " + kind + " has " + id + "the name \"" + object.text() + "\"")));
  }
}
