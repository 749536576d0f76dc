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

/** Narrows a resource. The value is a text, a key with a value, or patterns, by the type. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableWatchFilter.class)
@JsonDeserialize(builder = WatchFilter.Builder.class)
@SuppressWarnings("serial")
public interface WatchFilter extends Serializable {
  /** What the filter tests. */
  @JsonProperty("type")
  WatchFilterType type();

  /** As received. */
  @JsonProperty("value")
  Optional<JsonNode> value();

  /** Fields that this version of the library does not know, as received. */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /** The value of a filter that holds one text, such as a regular expression. */
  @JsonIgnore
  default Optional<String> text() {
    return value().filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  /** The value of a filter that holds Ant patterns. */
  @JsonIgnore
  default Optional<AntPatterns> patterns() {
    return value().flatMap(AntPatterns::of);
  }

  /** The value of a filter that holds a key and a value, such as an artifact's property. */
  @JsonIgnore
  default Optional<Map.Entry<String, String>> property() {
    return value()
        .filter(node -> node.path("key").isTextual() && node.path("value").isTextual())
        .map(node -> Map.entry(node.get("key").asText(), node.get("value").asText()));
  }

  /** Files whose name matches the regular expression, in RE2's syntax. */
  static WatchFilter fileName(String regex) {
    return text(WatchFilterType.REGEX, regex);
  }

  /** Paths inside the repository that match the regular expression, in RE2's syntax. */
  static WatchFilter path(String regex) {
    return text(WatchFilterType.PATH_REGEX, regex);
  }

  /** Packages of one type. */
  static WatchFilter packageType(String type) {
    return text(WatchFilterType.PACKAGE_TYPE, type);
  }

  /** Files of one MIME type. */
  static WatchFilter mimeType(String type) {
    return text(WatchFilterType.MIME_TYPE, type);
  }

  /** Artifacts with this property. */
  static WatchFilter property(String key, String value) {
    JsonNode pair = JsonNodeFactory.instance
        .objectNode()
        .put("key", Arguments.checked("key", key))
        .put("value", Arguments.checked("value", value));
    return builder().type(WatchFilterType.PROPERTY).value(pair).build();
  }

  /** What is in one of the includes (all, if there are none) and in none of the excludes. */
  static WatchFilter patterns(WatchFilterType type, List<String> includes, List<String> excludes) {
    ObjectNode patterns = JsonNodeFactory.instance.objectNode();
    includes.forEach(patterns.putArray("IncludePatterns")::add);
    excludes.forEach(patterns.putArray("ExcludePatterns")::add);
    return builder().type(type).value(patterns).build();
  }

  private static WatchFilter text(WatchFilterType type, String text) {
    JsonNode value = JsonNodeFactory.instance.textNode(Arguments.checked("value", text));
    return builder().type(type).value(value).build();
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Collects the values; {@code build()} throws an {@link IllegalStateException} that names what is
   * needed and not set. Not thread-safe.
   */
  final class Builder extends ImmutableWatchFilter.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
