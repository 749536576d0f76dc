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
 * Versions of a package: all, some by name, or those between two bounds. Servers write them in three
 * shapes, which {@link #read} brings into one. Immutable.
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

  /**
   * A copy of this range that also has the versions before this one; not for versions that are
   * named.
   */
  public VersionRange before(String version) {
    checkNoneIsNamed();
    return bounded(lower, lowerIncluded, Arguments.text("version", version), false);
  }

  /** A copy of this range that ends with this version; not for versions that are named. */
  public VersionRange upTo(String version) {
    checkNoneIsNamed();
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

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static VersionRange readOne(JsonNode value) {
    return read(value)
        .filter(ranges -> ranges.size() == 1)
        .map(ranges -> ranges.get(0))
        .orElseThrow(() -> new IllegalArgumentException("not a range of versions: " + value));
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

  private void checkNoneIsNamed() {
    if (!exact.isEmpty()) {
      throw new IllegalArgumentException("versions " + exact + " are named and have no bounds");
    }
  }

  private VersionRange bounded(
      @Nullable String low, boolean withLow, @Nullable String high, boolean withHigh) {
    return new VersionRange(List.of(), low, withLow, high, withHigh);
  }

  /** One of {@code in}, {@code any}, or bounds; a member that is not understood is not ignored. */
  private static Optional<VersionRange> object(JsonNode node) {
    Map<String, JsonNode> said = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!member.getValue().isNull()) {
        said.put(member.getKey(), member.getValue());
      }
    }
    JsonNode in = said.get("in");
    if (in != null && said.size() == 1) {
      List<String> versions = new ArrayList<>();
      in.forEach(version -> versions.add(version.isValueNode() ? version.asText() : ""));
      return versions.isEmpty() || versions.contains("")
          ? Optional.empty()
          : Optional.of(new VersionRange(versions, null, false, null, false));
    }
    if (said.keySet().equals(Set.of("any"))) {
      return Optional.of(any());
    }
    boolean twoOfASide = (said.containsKey("gt") && said.containsKey("gte"))
        || (said.containsKey("lt") && said.containsKey("lte"));
    if (said.isEmpty()
        || twoOfASide
        || !BOUNDS.containsAll(said.keySet())
        || !said.values().stream().allMatch(JsonNode::isValueNode)) {
      return Optional.empty();
    }
    JsonNode low = said.getOrDefault("gte", said.get("gt"));
    JsonNode high = said.getOrDefault("lte", said.get("lt"));
    return Optional.of(any()
        .bounded(
            low == null ? null : low.asText(),
            said.containsKey("gte"),
            high == null ? null : high.asText(),
            said.containsKey("lte")));
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
