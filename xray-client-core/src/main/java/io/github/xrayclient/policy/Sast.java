package io.github.xrayclient.policy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Severity;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The findings in source code that a rule matches. They come from the static analysis (SAST) of
 * Advanced Security.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableSast.class)
@JsonDeserialize(builder = Sast.Builder.class)
@SuppressWarnings("serial")
public interface Sast extends Serializable {
  /** The lowest severity of a finding that matches. */
  @JsonProperty("min_severity")
  Optional<Severity> minSeverity();

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

  /** A builder of {@link Sast} values. Not thread-safe. */
  final class Builder extends ImmutableSast.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
