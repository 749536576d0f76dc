package io.github.xrayclient.curation.condition;

import io.github.xrayclient.curation.internal.call.CurationApi;
import io.github.xrayclient.curation.value.Direction;
import io.github.xrayclient.curation.value.OrderBy;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.Listing;
import io.github.xrayclient.internal.call.ListingQuery;
import io.github.xrayclient.internal.json.PageDecoder;
import io.github.xrayclient.paging.Page;
import io.github.xrayclient.paging.Paged;
import io.github.xrayclient.paging.Walk;

/**
 * A listing of conditions, by id unless another order is chosen. Each filter returns a new query, to
 * keep and reuse. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: List Conditions"
 */
public final class ConditionQuery extends Paged<Condition> {
  private static final PageDecoder<Condition> PAGE =
      new PageDecoder<>(Condition.class, "conditions");

  private final ListingQuery<Condition> query;

  private ConditionQuery(ListingQuery<Condition> query) {
    this.query = query;
  }

  /** All of them, as the endpoint with this path lists them. */
  static ConditionQuery of(ApiCalls xray, String path) {
    return new ConditionQuery(
        CurationApi.byId(Listing.of(xray, path, CurationApi.SINCE, PAGE, Condition::id)));
  }

  /** Conditions of this name; servers may take parts of names, or ignore this filter. */
  public ConditionQuery name(String name) {
    return filtered("name", Arguments.text("name", name));
  }

  /** Conditions that users made, or built-in ones. */
  public ConditionQuery custom(boolean custom) {
    return filtered("is_custom", custom);
  }

  /** Conditions made from this template. */
  public ConditionQuery templateId(String id) {
    return filtered("condition_template_id", Arguments.text("template id", id));
  }

  /** Conditions that look for this kind of risk. */
  public ConditionQuery riskType(RiskType type) {
    return filtered("risk_type", type);
  }

  /** Conditions that can judge packages of this type. */
  public ConditionQuery supportedPackageType(PackageType type) {
    return filtered("supported_pkg_types", type);
  }

  /** Sorts by this; {@link OrderBy#ID} by default, in which nothing moves while it is read. */
  public ConditionQuery orderBy(OrderBy order) {
    return filtered("order_by", order);
  }

  /** Sorts this way; ascending by default. */
  public ConditionQuery direction(Direction direction) {
    return filtered("direction", direction);
  }

  /** Asks for pages of this size, 1 or more; 100 by default. The server may give less. */
  public ConditionQuery pageSize(int size) {
    return new ConditionQuery(query.pageSize(size));
  }

  /** Begins with this element, counted from 0. */
  public ConditionQuery offset(long first) {
    return new ConditionQuery(query.offset(first));
  }

  /** One page by its number, counted from 1, whatever the offset of this query. */
  public Page<Condition> page(long number) {
    return query.page(number);
  }

  /** One page that begins at the offset of this query; a walk goes by page numbers instead. */
  public Page<Condition> pageAtOffset() {
    return query.pageAtOffset();
  }

  /** A copy of this query that refuses ambiguous answers, for elements that may be written back. */
  ConditionQuery strict() {
    return new ConditionQuery(query.strict());
  }

  @Override
  protected Walk<Condition> walk() {
    return query.walk();
  }

  private ConditionQuery filtered(String parameter, Object value) {
    Arguments.text(parameter, value.toString()); // an empty filter filters nothing
    return new ConditionQuery(query.with(parameter, value));
  }
}
