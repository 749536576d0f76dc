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

/** A parameter of a condition template. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableTemplateParam.class)
@JsonDeserialize(builder = TemplateParam.Builder.class)
public interface TemplateParam {
  /** The id of the parameter, such as {@code cve_name}. */
  @JsonProperty("param_id")
  String paramId();

  /** Whether a condition may omit the parameter; absent if the parameter is required. */
  @JsonProperty("is_optional")
  Optional<Boolean> optional();

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
   * A builder of {@link TemplateParam} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableTemplateParam.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
