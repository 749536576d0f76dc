package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A list from an answer, with the fields beside it. */
public final class Envelope<T> {
  private static final Pattern COUNT = Pattern.compile("\\d{1,18}");

  private final List<T> items;
  private final Map<String, JsonNode> others;

  /** Creates an envelope for a list without fields beside it. */
  Envelope(List<T> items) {
    this(items, Map.of());
  }

  Envelope(List<T> items, Map<String, JsonNode> others) {
    this.items = items;
    this.others = others;
  }

  /** Returns the list; nobody else has a reference to it. */
  public List<T> items() {
    return items;
  }

  boolean has(String name) {
    return others.containsKey(name);
  }

  /** Returns a number beside the list; empty if it is absent or not a count. */
  public OptionalLong number(String name) {
    return number(others.get(name));
  }

  /** Returns a number in the object {@code meta}; empty if it is absent or not a count. */
  public OptionalLong meta(String name) {
    JsonNode meta = others.get("meta");
    return number(meta == null ? null : meta.get(name));
  }

  /** Reads a number, which some servers write as a text. Anything else counts as absent. */
  private static OptionalLong number(@Nullable JsonNode node) {
    String digits = node == null ? "" : node.asText();
    return COUNT.matcher(digits).matches()
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }
}
