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
  /** Whether downloads are blocked; absent means that they are not. */
  @JsonProperty("block_download")
  Optional<BlockDownload> blockDownload();

  /** Whether a scanned build fails. */
  @JsonProperty("fail_build")
  Optional<Boolean> failBuild();

  /** Days after the violation was found before a build fails; needs {@link #failBuild()}. */
  @JsonProperty("build_failure_grace_period_in_days")
  Optional<Integer> buildFailureGracePeriodInDays();

  /** Whether the distribution of a release bundle is blocked. */
  @JsonProperty("block_release_bundle_distribution")
  Optional<Boolean> blockReleaseBundleDistribution();

  /** Whether the promotion of a release bundle is blocked. */
  @JsonProperty("block_release_bundle_promotion")
  Optional<Boolean> blockReleaseBundlePromotion();

  /** Whether the user who deployed the artifact gets a mail. */
  @JsonProperty("notify_deployer")
  Optional<Boolean> notifyDeployer();

  /** Whether the recipients of the watch get a mail. */
  @JsonProperty("notify_watch_recipients")
  Optional<Boolean> notifyWatchRecipients();

  /** Names of webhooks. */
  @JsonProperty("webhooks")
  List<String> webhooks();

  /** Addresses that get a mail. */
  @JsonProperty("mails")
  List<String> mails();

  /** Whether a ticket is created; needs a configured ticket system. */
  @JsonProperty("create_ticket_enabled")
  Optional<Boolean> createTicketEnabled();

  /** The severity of violations of a license or operational risk policy. */
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
