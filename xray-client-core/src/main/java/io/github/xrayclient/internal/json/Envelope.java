package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A list as it came, with what stood beside it. */
public final class Envelope<T> {
  private static final Pattern COUNT = Pattern.compile("\\d{1,18}");

  private final List<T> items;
  private final Map<String, JsonNode> beside;

  /** A list that came alone. */
  Envelope(List<T> items) {
    this(items, Map.of());
  }

  Envelope(List<T> items, Map<String, JsonNode> beside) {
    this.items = items;
    this.beside = beside;
  }

  /** The list, which nobody else holds. */
  public List<T> items() {
    return items;
  }

  boolean has(String name) {
    return beside.containsKey(name);
  }

  /** A count beside the list; empty if it is absent or cannot be one. */
  public OptionalLong number(String name) {
    return number(beside.get(name));
  }

  /** A count in {@code meta}; empty if it is absent or cannot be one. */
  public OptionalLong meta(String name) {
    JsonNode meta = beside.get("meta");
    return number(meta == null ? null : meta.get(name));
  }

  /** Some servers write a count as a text; what cannot be one is as good as absent. */
  private static OptionalLong number(@Nullable JsonNode node) {
    String digits = node == null ? "" : node.asText();
    return COUNT.matcher(digits).matches()
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }
}
