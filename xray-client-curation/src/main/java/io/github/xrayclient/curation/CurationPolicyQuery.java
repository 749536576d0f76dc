package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.paging.PagedQuery;
import io.github.xrayclient.value.WireValue;

/**
 * A listing of curation policies, by id unless another order is chosen.
 *
 * @see "JFrog REST APIs: List Curation Policies"
 */
public interface CurationPolicyQuery extends PagedQuery<CurationPolicy, CurationPolicyQuery> {
  /** Policies of this name; servers may also give those that have it as a part of theirs. */
  CurationPolicyQuery name(String name);

  /** Policies that do this. */
  CurationPolicyQuery action(PolicyAction action);

  /** Policies that are at work, or those that the server switched off. */
  CurationPolicyQuery enabled(boolean enabled);

  /** Policies that apply this condition. */
  CurationPolicyQuery conditionId(ConditionId id);

  /** Sorts by this; {@link OrderBy#ID} by default, in which nothing moves while it is read. */
  CurationPolicyQuery orderBy(OrderBy order);

  /** What curation policies can be sorted by. */
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
