package io.github.xrayclient.curation.internal.condition;

import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.curation.condition.ConditionQuery;
import io.github.xrayclient.curation.internal.call.CurationApi;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.RiskType;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.Listing;
import io.github.xrayclient.internal.call.ListingQuery;
import io.github.xrayclient.internal.json.PageDecoder;
import io.github.xrayclient.internal.paging.Walk;

/** Lists conditions by the REST API. Immutable and thread-safe. */
public final class ConditionListing extends ListingQuery<Condition, ConditionQuery>
    implements ConditionQuery {
  private static final PageDecoder<Condition> PAGE =
      new PageDecoder<>(Condition.class, "conditions");

  private ConditionListing(Listing<Condition> listing, Walk walk) {
    super(listing, walk);
  }

  /** Returns the listing of all conditions that the endpoint with this path returns. */
  public static ConditionListing of(ApiCalls xray, String path) {
    return new ConditionListing(
        CurationApi.byId(Listing.of(xray, path, CurationApi.SINCE, PAGE, Condition::id)),
        Walk.standard());
  }

  @Override
  protected ConditionQuery query(Listing<Condition> listing, Walk walk) {
    return new ConditionListing(listing, walk);
  }

  @Override
  public ConditionQuery name(String name) {
    return with("name", Arguments.text("name", name));
  }

  @Override
  public ConditionQuery custom(boolean custom) {
    return with("is_custom", custom);
  }

  @Override
  public ConditionQuery templateId(String id) {
    return with("condition_template_id", Arguments.text("id (condition_template_id)", id));
  }

  @Override
  public ConditionQuery riskType(RiskType type) {
    return with("risk_type", Arguments.word("type (risk_type)", type));
  }

  @Override
  public ConditionQuery supportedPackageType(PackageType type) {
    return with("supported_pkg_types", Arguments.word("type (supported_pkg_types)", type));
  }

  @Override
  public ConditionQuery orderBy(OrderBy order) {
    return with("order_by", Arguments.word("order (order_by)", order));
  }
}
