package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.xrayclient.value.WireValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A waiver together with the policy from which it exempts packages. Immutable.
 *
 * @param <W> {@link PackageWaiver} or {@link LabelWaiver}
 */
@JsonPropertyOrder({"policy", "waiver"})
public final class WaiverInPolicy<W> {
  private final CurationPolicy policy;
  private final W waiver;

  private final WireValue id;

  WaiverInPolicy(CurationPolicy policy, W waiver, WireValue id) {
    this.policy = policy;
    this.waiver = waiver;
    this.id = id;
  }

  /** The policy that has the waiver. */
  @JsonProperty("policy")
  public CurationPolicy policy() {
    return policy;
  }

  /** The waiver, with its author and justification. */
  @JsonProperty("waiver")
  public W waiver() {
    return waiver;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WaiverInPolicy
        && policy.equals(((WaiverInPolicy<?>) other).policy)
        && waiver.equals(((WaiverInPolicy<?>) other).waiver);
  }

  @Override
  public int hashCode() {
    return Objects.hash(policy, waiver);
  }

  @Override
  public String toString() {
    return "policy " + policy.id() + ", waiver " + id;
  }
}
