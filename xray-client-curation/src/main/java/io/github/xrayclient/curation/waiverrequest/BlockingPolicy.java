package io.github.xrayclient.curation.waiverrequest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.CurationScope;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.curation.value.RiskType;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A policy that blocks the package of a waiver request. A waiver request is decided separately for
 * each policy.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableBlockingPolicy.class)
@JsonDeserialize(builder = BlockingPolicy.Builder.class)
public interface BlockingPolicy {
  /** The id of the policy. */
  @JsonProperty("id")
  Optional<CurationPolicyId> id();

  /** The name of the policy. */
  @JsonProperty("name")
  Optional<String> name();

  /**
   * Whether the policy covers all curated repositories, some of them, some package types, or the
   * users of some groups.
   */
  @JsonProperty("scope")
  Optional<CurationScope> scope();

  /** What the policy does with the package. */
  @JsonProperty("policy_action")
  Optional<PolicyAction> action();

  /** The id of the condition that the policy applies. */
  @JsonProperty("condition_id")
  Optional<ConditionId> conditionId();

  /** The name of the condition that the policy applies. */
  @JsonProperty("condition_name")
  Optional<String> conditionName();

  /** The risk type of the condition, such as {@code security}. */
  @JsonProperty("condition_category")
  Optional<RiskType> conditionCategory();

  /** Whether the user of this client may decide for this policy. */
  @JsonProperty("can_approve")
  Optional<Boolean> canApprove();

  /** The package types that the policy covers; used with {@link CurationScope#PACKAGE_TYPES}. */
  @JsonProperty("pkg_types_include")
  List<PackageType> includedPackageTypes();

  /**
   * Keys of the repositories that the policy covers; used with {@link
   * CurationScope#SPECIFIC_REPOSITORIES}.
   */
  @JsonProperty("repo_include")
  List<String> includedRepositories();

  /** The groups whose members decide for this policy. */
  @JsonProperty("decision_owners")
  List<String> decisionOwners();

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

  /** A builder of {@link BlockingPolicy} values. Not thread-safe. */
  final class Builder extends ImmutableBlockingPolicy.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
