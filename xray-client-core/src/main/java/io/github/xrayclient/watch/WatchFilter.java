package io.github.xrayclient.watch;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A filter that narrows a resource of a watch. The type decides whether the value is a text, a key
 * with a value, or Ant patterns.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableWatchFilter.class)
@JsonDeserialize(builder = WatchFilter.Builder.class)
@SuppressWarnings("serial")
public interface WatchFilter extends Serializable {
  /** What the filter tests. */
  @JsonProperty("type")
  WatchFilterType type();

  /** The value as received; see {@link #text()}, {@link #property()} and {@link #patterns()}. */
  @JsonProperty("value")
  Optional<JsonNode> value();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /**
   * The value of a filter that holds one text, such as a regular expression; empty for other
   * filters.
   */
  @JsonIgnore
  default Optional<String> text() {
    return value().filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  /** The value of a filter that holds Ant patterns; empty for other filters. */
  @JsonIgnore
  default Optional<AntPatterns> patterns() {
    return value().flatMap(AntPatterns::of);
  }

  /**
   * The value of a filter that holds a key and a value, such as a property of an artifact; empty
   * for other filters.
   */
  @JsonIgnore
  default Optional<Map.Entry<String, String>> property() {
    return value()
        .filter(node -> node.path("key").isTextual() && node.path("value").isTextual())
        .map(node -> Map.entry(node.get("key").asText(), node.get("value").asText()));
  }

  /**
   * Accepts files whose name matches the regular expression, in the syntax of RE2.
   *
   * @throws IllegalArgumentException if the expression is blank
   */
  static WatchFilter fileName(String regex) {
    return text(WatchFilterType.REGEX, "regex", regex);
  }

  /**
   * Accepts files whose path inside the repository matches the regular expression, in the syntax of
   * RE2.
   *
   * @throws IllegalArgumentException if the expression is blank
   */
  static WatchFilter path(String regex) {
    return text(WatchFilterType.PATH_REGEX, "regex", regex);
  }

  /**
   * Accepts packages of one type, such as {@code npm}.
   *
   * @throws IllegalArgumentException if the type is blank
   */
  static WatchFilter packageType(String type) {
    return text(WatchFilterType.PACKAGE_TYPE, "type", type);
  }

  /**
   * Accepts files of one MIME type, such as {@code application/java-archive}.
   *
   * @throws IllegalArgumentException if the type is blank
   */
  static WatchFilter mimeType(String type) {
    return text(WatchFilterType.MIME_TYPE, "type", type);
  }

  /**
   * Accepts artifacts that have this property with this value.
   *
   * @throws IllegalArgumentException if the key or the value is blank
   */
  static WatchFilter property(String key, String value) {
    JsonNode pair = JsonNodeFactory.instance
        .objectNode()
        .put("key", Arguments.checked("key", key))
        .put("value", Arguments.checked("value", value));
    return builder().type(WatchFilterType.PROPERTY).value(pair).build();
  }

  /**
   * Accepts what matches one of the includes (or everything, if there are none) and none of the
   * excludes. {@link WatchResource#include} chooses the type by itself.
   *
   * @param type {@link WatchFilterType#PATH_ANT_PATTERNS} for repositories,
   *     {@link WatchFilterType#ANT_PATTERNS} for builds, projects and release bundles
   */
  static WatchFilter patterns(WatchFilterType type, List<String> includes, List<String> excludes) {
    ObjectNode patterns = JsonNodeFactory.instance.objectNode();
    Arguments.elements("includes", includes).forEach(patterns.putArray("IncludePatterns")::add);
    Arguments.elements("excludes", excludes).forEach(patterns.putArray("ExcludePatterns")::add);
    return builder().type(type).value(patterns).build();
  }

  private static WatchFilter text(WatchFilterType type, String argument, String text) {
    JsonNode value = JsonNodeFactory.instance.textNode(Arguments.checked(argument, text));
    return builder().type(type).value(value).build();
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * A builder of {@link WatchFilter} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableWatchFilter.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
