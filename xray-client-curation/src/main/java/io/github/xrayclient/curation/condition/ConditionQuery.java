package io.github.xrayclient.curation.condition;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.paging.PagedQuery;
import io.github.xrayclient.value.WireValue;

/**
 * A listing of conditions, by id unless another order is chosen.
 *
 * @see "JFrog REST APIs: List Conditions"
 */
public interface ConditionQuery extends PagedQuery<Condition, ConditionQuery> {
  /** Conditions of this name; servers may take parts of names, or ignore this filter. */
  ConditionQuery name(String name);

  /** Conditions that users made, or built-in ones. */
  ConditionQuery custom(boolean custom);

  /** Conditions made from this template. */
  ConditionQuery templateId(String id);

  /** Conditions that look for this kind of risk. */
  ConditionQuery riskType(RiskType type);

  /** Conditions that can judge packages of this type. */
  ConditionQuery supportedPackageType(PackageType type);

  /** Sorts by this; {@link OrderBy#ID} by default, in which nothing moves while it is read. */
  ConditionQuery orderBy(OrderBy order);

  /** What conditions can be sorted by. */
  final class OrderBy extends WireValue {
    private static final long serialVersionUID = 1L;

    public static final OrderBy ID = new OrderBy("id");
    public static final OrderBy UPDATED_AT = new OrderBy("updated_at");

    private OrderBy(String wire) {
      super(wire);
    }

    /** The value that the server spells like this. */
    @JsonCreator
    public static OrderBy of(String wire) {
      return new OrderBy(wire);
    }
  }
}
