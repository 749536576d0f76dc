package io.github.xrayclient.curation.audit;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.RiskType;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A policy that affected a decision of Curation. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableAuditedPolicy.class)
@JsonDeserialize(builder = AuditedPolicy.Builder.class)
public interface AuditedPolicy {
  /** The id of the policy. */
  @JsonProperty("policy_id")
  Optional<CurationPolicyId> policyId();

  /** The name of the policy. */
  @JsonProperty("policy_name")
  Optional<String> policyName();

  /** Whether the policy was a dry run, so that it did not block. */
  @JsonProperty("dry_run")
  Optional<Boolean> dryRun();

  /** What the policy decided about the package. Webhooks and newer servers send it. */
  @JsonProperty("result")
  Optional<PolicyDecision> result();

  /**
   * Why the policy decided so. Only newer servers send it, and it is known from observation only.
   */
  @JsonProperty("policy_reason")
  Optional<String> policyReason();

  /** The name of the condition that the policy applied. */
  @JsonProperty("condition_name")
  Optional<String> conditionName();

  /** The risk type of the condition, such as {@code security}. */
  @JsonProperty("condition_category")
  Optional<RiskType> conditionCategory();

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

  /** A builder of {@link AuditedPolicy} values. Not thread-safe. */
  final class Builder extends ImmutableAuditedPolicy.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
