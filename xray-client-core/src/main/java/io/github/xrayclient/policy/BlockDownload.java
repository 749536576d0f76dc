package io.github.xrayclient.policy;

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
 * Which downloads a rule blocks. A blocked download fails with status 403 and the message "Artifact
 * download request rejected".
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableBlockDownload.class)
@JsonDeserialize(builder = BlockDownload.Builder.class)
public interface BlockDownload {
  /** Whether artifacts that match the rule are blocked; absent means no. */
  @JsonProperty("active")
  Optional<Boolean> active();

  /**
   * Whether artifacts that Xray has not finished scanning are blocked as well; absent means no.
   * Servers accept it only together with {@link #active()}.
   */
  @JsonProperty("unscanned")
  Optional<Boolean> unscanned();

  /**
   * Days after the discovery of a violation during which it does not block downloads; absent means
   * 0. Older servers ignore it.
   */
  @JsonProperty("grace_period_days")
  Optional<Integer> gracePeriodDays();

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

  /** A builder of {@link BlockDownload} values. Not thread-safe. */
  final class Builder extends ImmutableBlockDownload.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
