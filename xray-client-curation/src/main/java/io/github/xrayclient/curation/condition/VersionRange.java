package io.github.xrayclient.curation.condition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.call.Arguments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A set of versions of a package: all versions, exact versions, or a range between two bounds.
 * Servers send it in three JSON forms, which {@link #read} understands. Immutable and thread-safe.
 */
public final class VersionRange {
  private static final Set<String> BOUNDS = Set.of("gt", "gte", "lt", "lte");
  private static final Pattern INTERVAL =
      Pattern.compile("([\\[(])([^\\[\\](),\\p{Cntrl}]*)(?:,([^\\[\\](),\\p{Cntrl}]*))?([\\])])");

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

  /**
   * Exactly these versions.
   *
   * @throws IllegalArgumentException if there is no version, or one is blank
   */
  public static VersionRange exactly(String... versions) {
    return new VersionRange(
        Arguments.some(
            "versions", Arguments.texts("versions", Arguments.elements("versions", versions))),
        null,
        false,
        null,
        false);
  }

  /**
   * This version and all later ones; {@link #before before(..)} and {@link #upTo upTo(..)} set an
   * end.
   *
   * @throws IllegalArgumentException if the version is blank
   */
  public static VersionRange from(String version) {
    return any().bounded(Arguments.text("version", version), true, null, false);
  }

  /**
   * All versions later than this one; {@link #before before(..)} and {@link #upTo upTo(..)} set an
   * end.
   *
   * @throws IllegalArgumentException if the version is blank
   */
  public static VersionRange after(String version) {
    return any().bounded(Arguments.text("version", version), false, null, false);
  }

  /**
   * Returns a copy that ends before this version.
   *
   * @throws IllegalArgumentException if this is a set of exact versions, or the version is blank
   */
  public VersionRange before(String version) {
    checkNotExact();
    return bounded(lower, lowerIncluded, Arguments.text("version", version), false);
  }

  /**
   * Returns a copy that ends with this version.
   *
   * @throws IllegalArgumentException if this is a set of exact versions, or the version is blank
   */
  public VersionRange upTo(String version) {
    checkNotExact();
    return bounded(lower, lowerIncluded, Arguments.text("version", version), true);
  }

  /**
   * Reads the value of a parameter: interval texts such as {@code [1.0,2.0)}, one object, or a list
   * of objects. Empty if the value is none of these.
   */
  public static Optional<List<VersionRange>> read(JsonNode value) {
    Objects.requireNonNull(value, "value");
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

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static VersionRange readOne(JsonNode value) {
    return read(value)
        .filter(ranges -> ranges.size() == 1)
        .map(ranges -> ranges.get(0))
        .orElseThrow(() -> new IllegalArgumentException(
            "a range of versions must be a string such as [1.0,2.0), or an object with in, any, gt,"
                + " gte, lt or lte, but was " + value));
  }

  /** The exact versions; empty for all versions and for a range between bounds. */
  public List<String> exact() {
    return exact;
  }

  /** The lower bound; empty if there is none. */
  public Optional<String> lower() {
    return Optional.ofNullable(lower);
  }

  /** Whether the lower bound belongs to the range. */
  public boolean isLowerIncluded() {
    return lowerIncluded;
  }

  /** The upper bound; empty if there is none. */
  public Optional<String> upper() {
    return Optional.ofNullable(upper);
  }

  /** Whether the upper bound belongs to the range. */
  public boolean isUpperIncluded() {
    return upperIncluded;
  }

  /** Whether this is every version. */
  public boolean isAny() {
    return exact.isEmpty() && lower == null && upper == null;
  }

  /** The JSON object, which is the form that servers are known to accept. */
  @JsonValue
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
  public boolean equals(@Nullable Object other) {
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

  private void checkNotExact() {
    if (!exact.isEmpty()) {
      throw new IllegalArgumentException(
          "the exact versions " + exact + " cannot have bounds; use from(..) or after(..)");
    }
  }

  private VersionRange bounded(
      @Nullable String low, boolean withLow, @Nullable String high, boolean withHigh) {
    return new VersionRange(List.of(), low, withLow, high, withHigh);
  }

  /**
   * Reads {@code in}, {@code any}, or bounds. An object with a field that is not understood is not
   * read.
   */
  private static Optional<VersionRange> object(JsonNode node) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!member.getValue().isNull()) {
        members.put(member.getKey(), member.getValue());
      }
    }
    JsonNode in = members.get("in");
    if (in != null && members.size() == 1) {
      List<String> versions = new ArrayList<>();
      in.forEach(version -> versions.add(version.isValueNode() ? version.asText() : ""));
      return versions.isEmpty() || versions.contains("")
          ? Optional.empty()
          : Optional.of(new VersionRange(versions, null, false, null, false));
    }
    if (members.keySet().equals(Set.of("any"))) {
      return Optional.of(any());
    }
    boolean twoOfASide = (members.containsKey("gt") && members.containsKey("gte"))
        || (members.containsKey("lt") && members.containsKey("lte"));
    if (members.isEmpty()
        || twoOfASide
        || !BOUNDS.containsAll(members.keySet())
        || !members.values().stream().allMatch(JsonNode::isValueNode)) {
      return Optional.empty();
    }
    JsonNode low = members.getOrDefault("gte", members.get("gt"));
    JsonNode high = members.getOrDefault("lte", members.get("lt"));
    return Optional.of(any()
        .bounded(
            low == null ? null : low.asText(),
            members.containsKey("gte"),
            high == null ? null : high.asText(),
            members.containsKey("lte")));
  }

  private static Optional<VersionRange> interval(String text) {
    Matcher interval = INTERVAL.matcher(text.strip());
    if (!interval.matches()) {
      return text.isBlank() || text.matches(".*[\\[\\](),].*|(?s).*\\p{Cntrl}.*")
          ? Optional.empty()
          : Optional.of(exactly(text.strip()));
    }
    String low = interval.group(2).strip();
    String high = interval.group(3) == null ? null : interval.group(3).strip();
    if (high == null) {
      return low.isEmpty() ? Optional.empty() : Optional.of(exactly(low));
    }
    return Optional.of(any()
        .bounded(
            low.isEmpty() ? null : low,
            interval.group(1).equals("[") && !low.isEmpty(),
            high.isEmpty() ? null : high,
            interval.group(4).equals("]") && !high.isEmpty()));
  }
}
