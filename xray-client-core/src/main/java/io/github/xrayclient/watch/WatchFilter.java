package io.github.xrayclient.watch;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.XrayStyle;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Narrows a resource. The value is a text, a key with a value, or patterns, by the type. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableWatchFilter.class)
@JsonDeserialize(builder = WatchFilter.Builder.class)
public interface WatchFilter {
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

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableWatchFilter.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
