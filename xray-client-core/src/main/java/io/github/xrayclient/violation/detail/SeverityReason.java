package io.github.xrayclient.violation.detail;

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

/** A reason for the severity that the security research of JFrog chose. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableSeverityReason.class)
@JsonDeserialize(builder = SeverityReason.Builder.class)
public interface SeverityReason {
  /** The reason in a few words. */
  @JsonProperty("name")
  Optional<String> name();

  /** The reason in detail. */
  @JsonProperty("description")
  Optional<String> description();

  /**
   * Whether the reason makes the issue less dangerous. If it is false, the reason makes the issue
   * more dangerous.
   */
  @JsonProperty("is_positive")
  Optional<Boolean> positive();

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

  /** A builder of {@link SeverityReason} values. Not thread-safe. */
  final class Builder extends ImmutableSeverityReason.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
