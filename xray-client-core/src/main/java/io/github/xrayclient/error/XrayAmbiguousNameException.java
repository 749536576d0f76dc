package io.github.xrayclient.error;

import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.remedy.Remedy;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Several objects have the name by which one object was asked for. Use one of their ids. */
public final class XrayAmbiguousNameException extends XrayException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String name;
  private final ArrayList<String> ids;

  /**
   * Creates an exception for a name that several objects have. Use it in your own tests, to mock a
   * server with such objects.
   *
   * @param method the HTTP method of the request that found the objects
   * @param uri the URL of that request, without the parameters of pages
   * @param kind the plural of what the objects are, such as {@code curation policies}
   * @param name the name that the objects have
   * @param ids the ids of the objects
   */
  public XrayAmbiguousNameException(
      String method, URI uri, String kind, String name, List<String> ids) {
    super(
        method,
        uri,
        method + " " + uri + " found that " + problem(kind, name, ids),
        remedy(ids),
        null);
    this.problem = VisibleText.oneLine(problem(kind, name, ids));
    this.name = name;
    this.ids = new ArrayList<>(ids);
  }

  private static String problem(String kind, String name, List<String> ids) {
    return Objects.requireNonNull(ids, "ids").size() + " " + Objects.requireNonNull(kind, "kind")
        + " have the name \"" + Objects.requireNonNull(name, "name") + "\"";
  }

  private static Remedy remedy(List<String> ids) {
    for (String id : ids) {
      Objects.requireNonNull(id, "ids must not contain null");
    }
    return Remedy.of(Remedy.Kind.USE_ID, "use one of their ids: " + String.join(", ", ids), ids);
  }

  /** How many objects have the name. This text names neither the request nor the ids. */
  @Override
  public String problem() {
    return problem;
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
