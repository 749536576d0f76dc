package io.github.xrayclient.curation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Versions of a package: all, some by name, or those between two bounds. Servers write them in three
 * shapes, which {@link #read} brings into one. Immutable.
 */
public final class VersionRange {
  private final List<String> exact;
  private final @Nullable String lower;
  private final boolean lowerIncluded;
  private final @Nullable String upper;
  private final boolean upperIncluded;

  private VersionRange(
      List<String> exact,
      @Nullable String lower,
      boolean lowerIncluded,
      @Nullable String upper,
      boolean upperIncluded) {
    this.exact = List.copyOf(exact);
    this.lower = lower;
    this.lowerIncluded = lowerIncluded;
    this.upper = upper;
    this.upperIncluded = upperIncluded;
  }

  /** Every version. */
  public static VersionRange any() {
    return new VersionRange(List.of(), null, false, null, false);
  }

  /** These versions. */
  public static VersionRange exactly(String... versions) {
    return new VersionRange(
        Arguments.some("versions", Arguments.texts("versions", List.of(versions))),
        null,
        false,
        null,
        false);
  }

  /** This version and later ones. */
  public static VersionRange from(String version) {
    return any().bounded(Arguments.text("version", version), true, null, false);
  }

  /** Later versions than this. */
  public static VersionRange after(String version) {
    return any().bounded(Arguments.text("version", version), false, null, false);
  }

  /** The same, and earlier ones than this. */
  public VersionRange before(String version) {
    return bounded(lower, lowerIncluded, Arguments.text("version", version), false);
  }

  /** The same, up to this one. */
  public VersionRange upTo(String version) {
    return bounded(lower, lowerIncluded, Arguments.text("version", version), true);
  }

  /**
   * Reads a parameter's value: interval texts such as {@code [1.0,2.0)}, one object, or a list of
   * objects. Empty if it is none of these.
   */
  public static Optional<List<VersionRange>> read(JsonNode value) {
    List<VersionRange> ranges = new ArrayList<>();
    for (JsonNode element : value.isArray() ? value : List.of(value)) {
      Optional<VersionRange> range =
          element.isTextual() ? interval(element.asText()) : object(element);
      if (range.isEmpty()) {
        return Optional.empty();
      }
      ranges.add(range.get());
    }
    return Optional.of(List.copyOf(ranges));
  }

  /** The versions that are named; empty for a range between bounds. */
  public List<String> exact() {
    return exact;
  }

  /** The lower bound. */
  public Optional<String> lower() {
    return Optional.ofNullable(lower);
  }

  /** Whether the lower bound belongs to the range. */
  public boolean isLowerIncluded() {
    return lowerIncluded;
  }

  /** The upper bound. */
  public Optional<String> upper() {
    return Optional.ofNullable(upper);
  }

  /** Whether the upper bound belongs to the range. */
  public boolean isUpperIncluded() {
    return upperIncluded;
  }

  /** Whether it is every version. */
  public boolean isAny() {
    return exact.isEmpty() && lower == null && upper == null;
  }

  /** The range as an object, the shape that servers are known to take. */
  JsonNode toJson() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (!exact.isEmpty()) {
      ArrayNode list = node.putArray("in");
      exact.forEach(list::add);
    } else if (isAny()) {
      node.put("any", "");
    }
    if (lower != null) {
      node.put(lowerIncluded ? "gte" : "gt", lower);
    }
    if (upper != null) {
      node.put(upperIncluded ? "lte" : "lt", upper);
    }
    return node;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VersionRange && toJson().equals(((VersionRange) other).toJson());
  }

  @Override
  public int hashCode() {
    return toJson().hashCode();
  }

  @Override
  public String toString() {
    if (!exact.isEmpty()) {
      return exact.toString();
    }
    return (lowerIncluded ? "[" : "(")
        + Objects.toString(lower, "")
        + ","
        + Objects.toString(upper, "")
        + (upperIncluded ? "]" : ")");
  }

  private VersionRange bounded(
      @Nullable String low, boolean withLow, @Nullable String high, boolean withHigh) {
    return new VersionRange(List.of(), low, withLow, high, withHigh);
  }

  private static Optional<VersionRange> object(JsonNode node) {
    if (node.path("in").isArray()) {
      List<String> versions = new ArrayList<>();
      node.get("in").forEach(version -> versions.add(version.asText()));
      return versions.isEmpty()
          ? Optional.empty()
          : Optional.of(new VersionRange(versions, null, false, null, false));
    }
    if (node.has("any")) {
      return Optional.of(any());
    }
    String low = node.path("gte").asText(node.path("gt").asText(null));
    String high = node.path("lte").asText(node.path("lt").asText(null));
    return low == null && high == null
        ? Optional.empty()
        : Optional.of(any().bounded(low, node.has("gte"), high, node.has("lte")));
  }

  private static Optional<VersionRange> interval(String text) {
    String body = text.strip();
    boolean opens = body.startsWith("[") || body.startsWith("(");
    boolean closes = body.endsWith("]") || body.endsWith(")");
    if (!opens || !closes || body.length() < 2) {
      return body.isEmpty() ? Optional.empty() : Optional.of(exactly(body));
    }
    String inside = body.substring(1, body.length() - 1);
    int comma = inside.indexOf(',');
    if (comma < 0) {
      return inside.isBlank() ? Optional.empty() : Optional.of(exactly(inside.strip()));
    }
    String low = inside.substring(0, comma).strip();
    String high = inside.substring(comma + 1).strip();
    return Optional.of(any()
        .bounded(
            low.isEmpty() ? null : low,
            body.startsWith("[") && !low.isEmpty(),
            high.isEmpty() ? null : high,
            body.endsWith("]") && !high.isEmpty()));
  }
}
