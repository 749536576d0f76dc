package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.paging.PagedQuery;
import io.github.xrayclient.value.WireValue;

/**
 * A listing of curation policies, sorted by id unless another order is chosen.
 *
 * @see "JFrog REST APIs: List Curation Policies"
 */
public interface CurationPolicyQuery extends PagedQuery<CurationPolicy, CurationPolicyQuery> {
  /** Lists policies with this name. Servers may also return policies whose names contain it. */
  CurationPolicyQuery name(String name);

  /** Lists policies with this action. */
  CurationPolicyQuery action(PolicyAction action);

  /** Lists policies that are switched on (true), or that the server switched off (false). */
  CurationPolicyQuery enabled(boolean enabled);

  /** Lists policies that apply this condition. */
  CurationPolicyQuery conditionId(ConditionId id);

  /**
   * Sets what the listing is sorted by; {@link OrderBy#ID} by default. In another order, policies
   * that are updated while the listing is read may be missed.
   */
  CurationPolicyQuery orderBy(OrderBy order);

  /** A field by which curation policies can be sorted. */
  final class OrderBy extends WireValue {
    private static final long serialVersionUID = 1L;

    /** The id of the policy. */
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
