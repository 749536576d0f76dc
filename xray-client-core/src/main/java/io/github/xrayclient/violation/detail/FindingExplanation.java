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

/** The explanation of an exposure or a finding of static analysis. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableFindingExplanation.class)
@JsonDeserialize(builder = FindingExplanation.Builder.class)
public interface FindingExplanation {
  /** Why it is a finding. */
  @JsonProperty("explanation")
  Optional<String> explanation();

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

  /** A builder of {@link FindingExplanation} values. Not thread-safe. */
  final class Builder extends ImmutableFindingExplanation.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
