package io.github.xrayclient.curation.waiverrequest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Timestamp;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A user who requested a waiver, and the reason. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableRequester.class)
@JsonDeserialize(builder = Requester.Builder.class)
public interface Requester {
  /** The name of the user. */
  @JsonProperty("user")
  Optional<String> user();

  /** The mail address of the user. */
  @JsonProperty("email")
  Optional<String> email();

  /** When the user requested the waiver. */
  @JsonProperty("requested_at")
  Optional<Timestamp> requestedAt();

  /** Why the user needs the package. */
  @JsonProperty("justification")
  Optional<String> justification();

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

  /** A builder of {@link Requester} values. Not thread-safe. */
  final class Builder extends ImmutableRequester.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
