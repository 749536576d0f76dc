package io.github.xrayclient.curation;

import io.github.xrayclient.curation.internal.Arguments;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Listing;
import io.github.xrayclient.internal.json.PageDecoder;
import io.github.xrayclient.paging.Walk;

/**
 * A listing of conditions, by id unless another order is chosen. Each filter returns a new query, to
 * keep and reuse. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: List Conditions"
 */
public final class ConditionQuery extends CurationQuery<Condition, ConditionQuery> {
  private static final PageDecoder<Condition> PAGE =
      new PageDecoder<>(Condition.class, "conditions");

  private ConditionQuery(Listing<Condition> listing, Walk<Condition> walk) {
    super(listing, walk);
  }

  static ConditionQuery of(ApiCalls xray) {
    Listing<Condition> listing = CurationQuery.byId(xray, Conditions.PATH, PAGE, Condition::id);
    return new ConditionQuery(listing, listing.walk());
  }

  @Override
  ConditionQuery copy(Listing<Condition> listing, Walk<Condition> walk) {
    return new ConditionQuery(listing, walk);
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
}
