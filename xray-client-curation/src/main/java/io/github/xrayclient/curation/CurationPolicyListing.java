package io.github.xrayclient.curation;

import io.github.xrayclient.curation.internal.call.CurationApi;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.Listing;
import io.github.xrayclient.internal.call.ListingQuery;
import io.github.xrayclient.internal.json.PageDecoder;
import io.github.xrayclient.internal.paging.Walk;

/** Lists curation policies by the REST API. Immutable and thread-safe. */
final class CurationPolicyListing extends ListingQuery<CurationPolicy, CurationPolicyQuery>
    implements CurationPolicyQuery {
  private static final PageDecoder<CurationPolicy> PAGE =
      new PageDecoder<>(CurationPolicy.class, "policies");

  private CurationPolicyListing(Listing<CurationPolicy> listing, Walk walk) {
    super(listing, walk);
  }

  /** Returns the listing of all policies that the endpoint with this path returns. */
  static CurationPolicyListing of(ApiCalls xray, String path) {
    return new CurationPolicyListing(
        CurationApi.byId(Listing.of(xray, path, CurationApi.SINCE, PAGE, CurationPolicy::id)),
        Walk.standard());
  }

  @Override
  protected CurationPolicyQuery query(Listing<CurationPolicy> listing, Walk walk) {
    return new CurationPolicyListing(listing, walk);
  }

  @Override
  public CurationPolicyQuery name(String name) {
    return with("name", Arguments.text("name", name));
  }

  @Override
  public CurationPolicyQuery action(PolicyAction action) {
    return with("policy_action", Arguments.word("action (policy_action)", action));
  }

  @Override
  public CurationPolicyQuery enabled(boolean enabled) {
    return with("enabled", enabled);
  }

  @Override
  public CurationPolicyQuery conditionId(ConditionId id) {
    return with("condition_id", Arguments.digits("id (condition_id)", id));
  }

  @Override
  public CurationPolicyQuery orderBy(OrderBy order) {
    return with("order_by", Arguments.word("order (order_by)", order));
  }
}
