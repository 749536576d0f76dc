package io.github.xrayclient.curation.condition;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The value of a parameter of a condition. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableParamValue.class)
@JsonDeserialize(builder = ParamValue.Builder.class)
public interface ParamValue {
  /** The id of the parameter, such as {@code cve_name}. */
  @JsonProperty("param_id")
  String paramId();

  /**
   * The value as received: a number, a text, a list or an object, depending on the parameter.
   * {@link VersionRange#read} reads ranges of versions.
   */
  @JsonProperty("value")
  Optional<JsonNode> value();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * A builder of {@link ParamValue} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableParamValue.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
