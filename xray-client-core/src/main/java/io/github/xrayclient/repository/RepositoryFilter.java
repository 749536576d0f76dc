package io.github.xrayclient.repository;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.xrayclient.internal.call.Arguments;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which repositories a listing contains: {@code
 * RepositoryFilter.all().ofClass(RepositoryClass.REMOTE).packageType("npm")}. The server applies
 * the filter. Immutable and thread-safe; each method returns a new filter.
 */
public final class RepositoryFilter {
  private static final RepositoryFilter ALL = new RepositoryFilter(Map.of());

  private final Map<String, String> parameters;

  private RepositoryFilter(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  /** Returns a filter that lets all repositories pass. */
  public static RepositoryFilter all() {
    return ALL;
  }

  /** Returns this filter with the class that repositories must have. */
  public RepositoryFilter ofClass(RepositoryClass repositoryClass) {
    return with(
        "type", lowerCase(Arguments.word("repositoryClass", repositoryClass).wire()));
  }

  /** Returns this filter with the package type that repositories must have, such as {@code npm}. */
  public RepositoryFilter packageType(String type) {
    return with("packageType", lowerCase(Arguments.checked("type", type)));
  }

  /** Returns this filter with the key of the project to which repositories must belong. */
  public RepositoryFilter inProject(String key) {
    return with("project", Arguments.checked("key", key));
  }

  /** The parameters of the request, by their names. */
  @JsonValue
  Map<String, String> parameters() {
    return parameters;
  }

  /** Listings spell types with capitals, but the server's parameters are documented in lower case. */
  private static String lowerCase(String type) {
    return type.toLowerCase(Locale.ROOT);
  }

  private RepositoryFilter with(String parameter, String value) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put(parameter, value);
    return new RepositoryFilter(Collections.unmodifiableMap(all));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RepositoryFilter
        && parameters.equals(((RepositoryFilter) other).parameters);
  }

  @Override
  public int hashCode() {
    return parameters.hashCode();
  }

  @Override
  public String toString() {
    return "RepositoryFilter" + parameters;
  }
}
