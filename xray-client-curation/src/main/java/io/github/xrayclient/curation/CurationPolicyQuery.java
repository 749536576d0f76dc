package io.github.xrayclient.curation;

import io.github.xrayclient.curation.internal.call.CurationApi;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.Direction;
import io.github.xrayclient.curation.value.OrderBy;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.Listing;
import io.github.xrayclient.internal.call.ListingQuery;
import io.github.xrayclient.internal.json.PageDecoder;
import io.github.xrayclient.paging.Page;
import io.github.xrayclient.paging.Paged;
import io.github.xrayclient.paging.Walk;

/**
 * A listing of curation policies, by id unless another order is chosen. Each filter returns a new
 * query, to keep and reuse. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: List Curation Policies"
 */
public final class CurationPolicyQuery extends Paged<CurationPolicy> {
  private static final PageDecoder<CurationPolicy> PAGE =
      new PageDecoder<>(CurationPolicy.class, "policies");

  private final ListingQuery<CurationPolicy> query;

  private CurationPolicyQuery(ListingQuery<CurationPolicy> query) {
    this.query = query;
  }

  /** All of them, as the endpoint with this path lists them. */
  static CurationPolicyQuery of(ApiCalls xray, String path) {
    return new CurationPolicyQuery(
        CurationApi.byId(Listing.of(xray, path, CurationApi.SINCE, PAGE, CurationPolicy::id)));
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

  /** Sorts by this; {@link OrderBy#ID} by default, in which nothing moves while it is read. */
  public CurationPolicyQuery orderBy(OrderBy order) {
    return filtered("order_by", order);
  }

  /** Sorts this way; ascending by default. */
  public CurationPolicyQuery direction(Direction direction) {
    return filtered("direction", direction);
  }

  /** Asks for pages of this size, 1 or more; 100 by default. The server may give less. */
  public CurationPolicyQuery pageSize(int size) {
    return new CurationPolicyQuery(query.pageSize(size));
  }

  /** Begins with this element, counted from 0. */
  public CurationPolicyQuery offset(long first) {
    return new CurationPolicyQuery(query.offset(first));
  }

  /** One page by its number, counted from 1, whatever the offset of this query. */
  public Page<CurationPolicy> page(long number) {
    return query.page(number);
  }

  /** One page that begins at the offset of this query; a walk goes by page numbers instead. */
  public Page<CurationPolicy> pageAtOffset() {
    return query.pageAtOffset();
  }

  /** A copy of this query that refuses ambiguous answers, for elements that may be written back. */
  CurationPolicyQuery strict() {
    return new CurationPolicyQuery(query.strict());
  }

  @Override
  protected Walk<CurationPolicy> walk() {
    return query.walk();
  }

  private CurationPolicyQuery filtered(String parameter, Object value) {
    Arguments.text(parameter, value.toString()); // an empty filter filters nothing
    return new CurationPolicyQuery(query.with(parameter, value));
  }
}
