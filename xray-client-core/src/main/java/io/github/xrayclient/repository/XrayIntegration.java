package io.github.xrayclient.repository;

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
 * How Artifactory enforces the decisions of Xray. Only administrators may read it.
 *
 * @see "Artifactory REST API: Get Xray Integration Configuration"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableXrayIntegration.class)
@JsonDeserialize(builder = XrayIntegration.Builder.class)
public interface XrayIntegration {
  /** Whether Artifactory uses Xray. */
  @JsonProperty("xrayEnabled")
  Optional<Boolean> enabled();

  /**
   * Whether artifacts with blocking violations can be downloaded nevertheless. Artifacts that were
   * not scanned stay blocked.
   */
  @JsonProperty("xrayAllowBlocked")
  Optional<Boolean> allowBlocked();

  /** Whether downloads are allowed while Artifactory cannot reach Xray. */
  @JsonProperty("xrayAllowWhenUnavailable")
  Optional<Boolean> allowWhenUnavailable();

  /**
   * Seconds for which a download waits for the first scan of an artifact before it is refused. The
   * server's default is 60.
   */
  @JsonProperty("blockUnscannedTimeoutSeconds")
  Optional<Integer> blockUnscannedTimeoutSeconds();

  /** Seconds for which an unfinished scan counts as in progress. The server's default is 1800. */
  @JsonProperty("blockUnfinishedScansTimeoutSeconds")
  Optional<Integer> blockUnfinishedScansTimeoutSeconds();

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

  /** A builder of {@link XrayIntegration} values. Not thread-safe. */
  final class Builder extends ImmutableXrayIntegration.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
