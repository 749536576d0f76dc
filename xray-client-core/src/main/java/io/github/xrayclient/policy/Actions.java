package io.github.xrayclient.policy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What happens when a rule matches. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableActions.class)
@JsonDeserialize(builder = Actions.Builder.class)
public interface Actions {
  @JsonProperty("block_download")
  Optional<BlockDownload> blockDownload();

  @JsonProperty("fail_build")
  Optional<Boolean> failBuild();

  @JsonProperty("build_failure_grace_period_in_days")
  Optional<Integer> buildFailureGracePeriodInDays();

  @JsonProperty("block_release_bundle_distribution")
  Optional<Boolean> blockReleaseBundleDistribution();

  @JsonProperty("block_release_bundle_promotion")
  Optional<Boolean> blockReleaseBundlePromotion();

  @JsonProperty("notify_deployer")
  Optional<Boolean> notifyDeployer();

  @JsonProperty("notify_watch_recipients")
  Optional<Boolean> notifyWatchRecipients();

  /** Names of webhooks. */
  @JsonProperty("webhooks")
  List<String> webhooks();

  @JsonProperty("mails")
  List<String> mails();

  @JsonProperty("create_ticket_enabled")
  Optional<Boolean> createTicketEnabled();

  @JsonProperty("custom_severity")
  Optional<Severity> customSeverity();

  /** Taken by the server, but never given back. */
  @JsonProperty("fail_pull_request")
  Optional<FailPullRequest> failPullRequest();

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

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableActions.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
