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
import io.github.xrayclient.curation.value.WaiverRequestConfig;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A curation policy: it applies one condition to the packages that users download through curated
 * remote repositories, and blocks the packages that meet the condition, or only records them.
 *
 * @see "JFrog REST APIs: List Curation Policies"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableCurationPolicy.class)
@JsonDeserialize(builder = CurationPolicy.Builder.class)
public interface CurationPolicy {
  /** The id, by which the policy is read, updated and deleted. */
  @JsonProperty("id")
  CurationPolicyId id();

  /** The name of the user who created the policy. */
  @JsonProperty("created_by")
  Optional<String> createdBy();

  /** The name of the user who last updated the policy. */
  @JsonProperty("updated_by")
  Optional<String> updatedBy();

  /** When the policy was created. */
  @JsonProperty("created_at")
  Optional<Timestamp> createdAt();

  /** When the policy was last updated. */
  @JsonProperty("updated_at")
  Optional<Timestamp> updatedAt();

  /**
   * Whether the policy is switched on. The server switches it off when it no longer covers
   * anything.
   */
  @JsonProperty("enabled")
  Optional<Boolean> enabled();

  /** The name. Names need not be unique. */
  @JsonProperty("name")
  String name();

  /**
   * Whether the policy covers all curated repositories, some of them, some package types, or the
   * users of some groups.
   */
  @JsonProperty("scope")
  Optional<CurationScope> scope();

  /**
   * Keys of the repositories that are not covered; used with {@link
   * CurationScope#ALL_REPOSITORIES}.
   */
  @JsonProperty("repo_exclude")
  List<String> excludedRepositories();

  /**
   * Keys of the repositories that are covered; used with {@link
   * CurationScope#SPECIFIC_REPOSITORIES}.
   */
  @JsonProperty("repo_include")
  List<String> includedRepositories();

  /** The package types that are covered; used with {@link CurationScope#PACKAGE_TYPES}. */
  @JsonProperty("pkg_types_include")
  List<PackageType> includedPackageTypes();

  /** The groups whose users are covered. Only newer servers have this field. */
  @JsonProperty("group_include")
  List<String> includedGroups();

  /** The groups whose users are not covered. Only newer servers have this field. */
  @JsonProperty("group_exclude")
  List<String> excludedGroups();

  /** What the server does with a package that meets the condition. */
  @JsonProperty("policy_action")
  Optional<PolicyAction> action();

  /** The id of the condition that the policy applies. */
  @JsonProperty("condition_id")
  Optional<ConditionId> conditionId();

  /** A copy of the condition that the policy applies. It cannot be changed here. */
  @JsonProperty("condition")
  Optional<Condition> condition();

  /** The packages that are exempt from the policy; empty if there are none. */
  @JsonProperty("waivers")
  List<PackageWaiver> waivers();

  /** The catalog labels whose packages are exempt from the policy; empty if there are none. */
  @JsonProperty("label_waivers")
  List<LabelWaiver> labelWaivers();

  /** Mail addresses that are notified when the policy blocks a package. */
  @JsonProperty("notify_emails")
  List<String> notifyEmails();

  /** Whether users may request waivers of the policy, and who decides on them. */
  @JsonProperty("waiver_request_config")
  Optional<WaiverRequestConfig> waiverRequestConfig();

  /**
   * The groups whose members decide on waiver requests; used with {@link
   * WaiverRequestConfig#MANUAL}.
   */
  @JsonProperty("decision_owners")
  List<String> decisionOwners();

  /**
   * Whether packages that are cached already are checked, too. Only newer servers have this field.
   */
  @JsonProperty("block_from_cache")
  Optional<Boolean> blockFromCache();

  /** Whether the policy is shared with federated platforms. Only newer servers have this field. */
  @JsonProperty("share_with_federation")
  Optional<Boolean> shareWithFederation();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /**
   * Whether a package waiver of this policy exempts the version. Package types are compared without
   * case, names and versions exactly. Label waivers are not considered, since the labels of a
   * package are stored in the catalog.
   */
  @JsonIgnore
  default boolean waivesVersion(PackageType type, String name, String version) {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    return waivers().stream().anyMatch(waiver -> waiver.waivesVersion(type, name, version));
  }

  /**
   * Whether the policy can apply to packages of this type: false if its scope or its condition is
   * for other package types. Types are compared without case.
   */
  @JsonIgnore
  default boolean mayCover(PackageType type) {
    Objects.requireNonNull(type, "type");
    boolean inScope = scope().filter(CurationScope.PACKAGE_TYPES::equals).isEmpty()
        || includedPackageTypes().contains(type);
    List<PackageType> tested = condition().map(Condition::supportedPackageTypes).orElse(List.of());
    return inScope && (tested.isEmpty() || tested.contains(type));
  }

  /**
   * Whether the policy can apply to downloads from this repository: false if its scope excludes or
   * does not include it, or if it cannot apply to packages of its type. A policy for the users of
   * groups can apply.
   *
   * @param repository the key of the remote repository itself, not of its cache
   * @param type the type of the packages in the repository
   */
  @JsonIgnore
  default boolean mayCover(String repository, PackageType type) {
    Objects.requireNonNull(repository, "repository");
    boolean listsRepositories =
        scope().filter(CurationScope.SPECIFIC_REPOSITORIES::equals).isPresent();
    return mayCover(type)
        && !excludedRepositories().contains(repository)
        && (!listsRepositories || includedRepositories().contains(repository));
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
