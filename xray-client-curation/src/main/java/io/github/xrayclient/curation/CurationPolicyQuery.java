package io.github.xrayclient.curation;

import io.github.xrayclient.curation.internal.Arguments;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Listing;
import io.github.xrayclient.internal.json.PageDecoder;
import io.github.xrayclient.paging.Walk;

/**
 * A listing of curation policies, by id unless another order is chosen. Each filter returns a new
 * query, to keep and reuse. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: List Curation Policies"
 */
public final class CurationPolicyQuery extends CurationQuery<CurationPolicy, CurationPolicyQuery> {
  private static final PageDecoder<CurationPolicy> PAGE =
      new PageDecoder<>(CurationPolicy.class, "policies");

  private CurationPolicyQuery(Listing<CurationPolicy> listing, Walk<CurationPolicy> walk) {
    super(listing, walk);
  }

  static CurationPolicyQuery of(ApiCalls xray) {
    Listing<CurationPolicy> listing =
        CurationQuery.byId(xray, CurationPolicies.PATH, PAGE, CurationPolicy::id);
    return new CurationPolicyQuery(listing, listing.walk());
  }

  @Override
  CurationPolicyQuery copy(Listing<CurationPolicy> listing, Walk<CurationPolicy> walk) {
    return new CurationPolicyQuery(listing, walk);
  }

  /** Policies of this name; servers may also give those that have it as a part of theirs. */
  public CurationPolicyQuery name(String name) {
    return filtered("name", Arguments.text("name", name));
  }

  /** Policies that do this. */
  public CurationPolicyQuery action(PolicyAction action) {
    return filtered("policy_action", action);
  }

  /** Policies that are at work, or those that the server switched off. */
  public CurationPolicyQuery enabled(boolean enabled) {
    return filtered("enabled", enabled);
  }

  /** Policies that apply this condition. */
  public CurationPolicyQuery conditionId(ConditionId id) {
    return filtered("condition_id", Arguments.digits("condition_id", id));
  }
}
