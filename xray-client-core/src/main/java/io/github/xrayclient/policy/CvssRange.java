package io.github.xrayclient.policy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A range of CVSS scores from 0.0 to 10.0. Both ends belong to the range. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableCvssRange.class)
@JsonDeserialize(builder = CvssRange.Builder.class)
@SuppressWarnings("serial")
public interface CvssRange extends Serializable {
  /** The lowest score that matches; absent means 0. */
  @JsonProperty("from")
  Optional<CvssScore> lowest();

  /** The highest score that matches. */
  @JsonProperty("to")
  Optional<CvssScore> highest();

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

  /** A builder of {@link CvssRange} values. Not thread-safe. */
  final class Builder extends ImmutableCvssRange.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
