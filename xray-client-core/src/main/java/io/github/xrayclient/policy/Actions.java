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

/** What the server does when a rule matches. An action that is absent is off. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableActions.class)
@JsonDeserialize(builder = Actions.Builder.class)
public interface Actions {
  /** Whether downloads of matching artifacts are blocked; absent means that they are not. */
  @JsonProperty("block_download")
  Optional<BlockDownload> blockDownload();

  /** Whether a build with a matching component fails when it is scanned; absent means no. */
  @JsonProperty("fail_build")
  Optional<Boolean> failBuild();

  /**
   * Days between the discovery of a violation and the first build that fails; absent means 0.
   * Servers accept it only together with {@link #failBuild()}.
   */
  @JsonProperty("build_failure_grace_period_in_days")
  Optional<Integer> buildFailureGracePeriodInDays();

  /** Whether a release bundle with a matching component cannot be distributed; absent means no. */
  @JsonProperty("block_release_bundle_distribution")
  Optional<Boolean> blockReleaseBundleDistribution();

  /**
   * Whether a release bundle with a matching component cannot be promoted; absent means no. Older
   * servers do not know it.
   */
  @JsonProperty("block_release_bundle_promotion")
  Optional<Boolean> blockReleaseBundlePromotion();

  /** Whether the user who deployed the artifact is notified by mail; absent means no. */
  @JsonProperty("notify_deployer")
  Optional<Boolean> notifyDeployer();

  /** Whether the recipients of the watch are notified by mail; absent means no. */
  @JsonProperty("notify_watch_recipients")
  Optional<Boolean> notifyWatchRecipients();

  /** Names of the webhooks that Xray calls. They must be configured in Xray. */
  @JsonProperty("webhooks")
  List<String> webhooks();

  /** Mail addresses that are notified, in addition to those of the watch. */
  @JsonProperty("mails")
  List<String> mails();

  /**
   * Whether a ticket is created for a violation. Xray needs a configured ticket system for it;
   * without one, servers may store false.
   */
  @JsonProperty("create_ticket_enabled")
  Optional<Boolean> createTicketEnabled();

  /**
   * The severity of the violations of a license or operational risk policy, which have none by
   * themselves.
   */
  @JsonProperty("custom_severity")
  Optional<Severity> customSeverity();

  /**
   * Whether a pull request with a violation fails. Servers accept this field, but never return it,
   * so it is absent in a policy that was read.
   */
  @JsonProperty("fail_pull_request")
  Optional<FailPullRequest> failPullRequest();

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

  /** A builder of {@link Actions} values. Not thread-safe. */
  final class Builder extends ImmutableActions.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
