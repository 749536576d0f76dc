package io.github.xrayclient.error;

import io.github.xrayclient.internal.secret.VisibleText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Several objects have the name by which one object was asked for. Use one of their ids. */
public final class AmbiguousNameException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final ArrayList<String> ids;

  /**
   * Creates an exception for a name that several objects have. Use it in your own tests, to mock a
   * server with such objects.
   *
   * @param kind the plural of what the objects are, such as {@code curation policies}
   * @param ids the ids of the objects
   */
  public AmbiguousNameException(String kind, String name, List<String> ids) {
    super(VisibleText.oneLine(Objects.requireNonNull(ids, "ids").size() + " "
        + Objects.requireNonNull(kind, "kind")
        + " have the name \"" + Objects.requireNonNull(name, "name") + "\"; use one of their ids: "
        + String.join(", ", ids)));
    this.name = name;
    this.ids = new ArrayList<>(ids);
    this.ids.forEach(id -> Objects.requireNonNull(id, "ids must not contain null"));
  }

  /** The name that several objects have. */
  public String name() {
    return name;
  }

  /** The ids of the objects that have the name. */
  public List<String> ids() {
    return Collections.unmodifiableList(ids);
  }
}
