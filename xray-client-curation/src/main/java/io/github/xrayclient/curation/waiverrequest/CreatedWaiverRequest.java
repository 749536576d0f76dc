package io.github.xrayclient.curation.waiverrequest;

import com.fasterxml.jackson.annotation.JsonAlias;
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

/**
 * The server's answer to a new waiver request. The server has accepted the request, whatever the
 * answer contains, so do not send it again.
 *
 * @see "JFrog REST APIs: Create Waiver Request"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableCreatedWaiverRequest.class)
@JsonDeserialize(builder = CreatedWaiverRequest.Builder.class)
public interface CreatedWaiverRequest {
  /**
   * The id of the waiver request; some servers send it as {@code waiver_id}. Empty if the answer
   * has no id: the waiver was requested nevertheless, and {@link WaiverRequests#list()} finds the
   * request by its package.
   */
  @JsonProperty("id")
  @JsonAlias("waiver_id")
  Optional<WaiverRequestId> id();

  /** Whether the request is pending, or was approved at once; empty if the answer does not say. */
  @JsonProperty("status")
  Optional<WaiverRequestStatus> status();

  /** The server's sentence about the request; empty if the answer has none. */
  @JsonProperty("message")
  Optional<String> message();

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

  /** A builder of {@link CreatedWaiverRequest} values. Not thread-safe. */
  final class Builder extends ImmutableCreatedWaiverRequest.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
