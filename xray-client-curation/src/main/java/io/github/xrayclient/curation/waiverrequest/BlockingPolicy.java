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
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A policy that blocks the package of a request. Each one is decided by itself. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableBlockingPolicy.class)
@JsonDeserialize(builder = BlockingPolicy.Builder.class)
public interface BlockingPolicy {
  @JsonProperty("id")
  Optional<CurationPolicyId> id();

  @JsonProperty("name")
  Optional<String> name();

  /** Whether the policy holds for all repositories or for some. */
  @JsonProperty("scope")
  Optional<CurationScope> scope();

  /** What the policy does with the package. */
  @JsonProperty("policy_action")
  Optional<PolicyAction> action();

  @JsonProperty("condition_id")
  Optional<ConditionId> conditionId();

  @JsonProperty("condition_name")
  Optional<String> conditionName();

  /** The risk type of the condition. */
  @JsonProperty("condition_category")
  Optional<String> conditionCategory();

  /** Whether the user who asks may decide for this policy. */
  @JsonProperty("can_approve")
  Optional<Boolean> canApprove();

  /** Package types that the policy holds for. */
  @JsonProperty("pkg_types_include")
  List<PackageType> includedPackageTypes();

  /** Repositories that the policy holds for. */
  @JsonProperty("repo_include")
  List<String> includedRepositories();

  /** The groups that decide. */
  @JsonProperty("decision_owners")
  List<String> decisionOwners();

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

  /** A builder of {@link BlockingPolicy} values. Not thread-safe. */
  final class Builder extends ImmutableBlockingPolicy.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
