package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.CurationScope;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A gate before remote packages: one condition, what it covers, and what then happens.
 *
 * @see "JFrog REST APIs: List Curation Policies"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableCurationPolicy.class)
@JsonDeserialize(builder = CurationPolicy.Builder.class)
public interface CurationPolicy {
  /** The id, by which a policy is read, updated and deleted. */
  @JsonProperty("id")
  CurationPolicyId id();

  @JsonProperty("created_by")
  Optional<String> createdBy();

  @JsonProperty("updated_by")
  Optional<String> updatedBy();

  @JsonProperty("created_at")
  Optional<Timestamp> createdAt();

  @JsonProperty("updated_at")
  Optional<Timestamp> updatedAt();

  /** Switched off by the server when the policy covers nothing any more. */
  @JsonProperty("enabled")
  Optional<Boolean> enabled();

  @JsonProperty("name")
  String name();

  /** Whether the policy holds for all repositories or for some. */
  @JsonProperty("scope")
  Optional<CurationScope> scope();

  /** Used with {@link CurationScope#ALL_REPOSITORIES}. */
  @JsonProperty("repo_exclude")
  List<String> excludedRepositories();

  /** Used with {@link CurationScope#SPECIFIC_REPOSITORIES}. */
  @JsonProperty("repo_include")
  List<String> includedRepositories();

  /** Used with {@link CurationScope#PACKAGE_TYPES}. */
  @JsonProperty("pkg_types_include")
  List<PackageType> includedPackageTypes();

  /** Newer servers only. */
  @JsonProperty("group_include")
  List<String> includedGroups();

  /** Newer servers only. */
  @JsonProperty("group_exclude")
  List<String> excludedGroups();

  /** What happens to a package that meets the condition. */
  @JsonProperty("policy_action")
  Optional<PolicyAction> action();

  /** The condition that a package must meet to be blocked. */
  @JsonProperty("condition_id")
  Optional<ConditionId> conditionId();

  /** A copy of the condition that {@code conditionId} names. */
  @JsonProperty("condition")
  Optional<Condition> condition();

  /** Packages that are exempt from the policy. */
  @JsonProperty("waivers")
  List<PackageWaiver> waivers();

  /** Labels of the catalog whose packages are exempt from the policy. */
  @JsonProperty("label_waivers")
  List<LabelWaiver> labelWaivers();

  /** Addresses that get a mail when the policy blocks. */
  @JsonProperty("notify_emails")
  List<String> notifyEmails();

  /** Whether users may request waivers, and how they are decided. */
  @JsonProperty("waiver_request_config")
  Optional<WaiverRequestConfig> waiverRequestConfig();

  /** Groups that decide on waiver requests. */
  @JsonProperty("decision_owners")
  List<String> decisionOwners();

  /** Whether packages that are cached already are blocked too; newer servers only. */
  @JsonProperty("block_from_cache")
  Optional<Boolean> blockFromCache();

  /** Newer servers only. */
  @JsonProperty("share_with_federation")
  Optional<Boolean> shareWithFederation();

  /** Fields that this version of the library does not know, as received. */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /**
   * Whether a package waiver exempts this version, compared by type without case and by exact name and
   * version. Label waivers depend on the catalog and are not looked at.
   */
  @JsonIgnore
  default boolean waivesVersion(PackageType type, String name, String version) {
    return waivers().stream().anyMatch(waiver -> waiver.waivesVersion(type, name, version));
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * A builder of {@link CurationPolicy} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableCurationPolicy.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
