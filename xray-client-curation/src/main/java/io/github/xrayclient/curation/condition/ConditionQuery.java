package io.github.xrayclient.curation.condition;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.RiskType;
import io.github.xrayclient.paging.PagedQuery;
import io.github.xrayclient.value.WireValue;

/**
 * A listing of conditions, built-in ones included, sorted by id unless another order is chosen.
 *
 * @see "JFrog REST APIs: List Conditions"
 */
public interface ConditionQuery extends PagedQuery<Condition, ConditionQuery> {
  /**
   * Lists conditions with this name. Servers may also return conditions whose names contain it, or
   * ignore this filter; {@link Conditions#findByName} is exact.
   */
  ConditionQuery name(String name);

  /** Lists conditions that users created (true), or built-in ones (false). */
  ConditionQuery custom(boolean custom);

  /** Lists conditions that were made from this template. */
  ConditionQuery templateId(String id);

  /** Lists conditions that test for this kind of risk. */
  ConditionQuery riskType(RiskType type);

  /** Lists conditions that can test packages of this type. */
  ConditionQuery supportedPackageType(PackageType type);

  /**
   * Sets what the listing is sorted by; {@link OrderBy#ID} by default. In another order, conditions
   * that are updated while the listing is read may be missed.
   */
  ConditionQuery orderBy(OrderBy order);

  /** A field by which conditions can be sorted. */
  final class OrderBy extends WireValue {
    private static final long serialVersionUID = 1L;

    /** The id of the condition. */
    public static final OrderBy ID = new OrderBy("id");

    /** The time of the last update. */
    public static final OrderBy UPDATED_AT = new OrderBy("updated_at");

    private OrderBy(String wire) {
      super(wire);
    }

    /**
     * Returns the sort field with this wire text. The text may be one that this library does not
     * know.
     */
    @JsonCreator
    public static OrderBy of(String wire) {
      return new OrderBy(wire);
    }
  }
}
