package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.XrayStyle;
import io.github.xrayclient.value.Timestamp;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Packages with a label of the catalog, exempted from a curation policy. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableLabelWaiver.class)
@JsonDeserialize(builder = LabelWaiver.Builder.class)
public interface LabelWaiver {
  @JsonProperty("id")
  LabelWaiverId id();

  @JsonProperty("label")
  Optional<String> label();

  @JsonProperty("justification")
  Optional<String> justification();

  @JsonProperty("created_by")
  Optional<String> createdBy();

  @JsonProperty("created_at")
  Optional<Timestamp> createdAt();

  /** Fields that this version of the library does not know, as received. */
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
   * Collects the values; {@code build()} throws an {@link IllegalStateException} that names what is
   * needed and not set. Not thread-safe.
   */
  final class Builder extends ImmutableLabelWaiver.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
