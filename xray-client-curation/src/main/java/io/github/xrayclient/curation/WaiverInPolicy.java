package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.value.WireValue;
import java.util.Objects;
import java.util.Optional;
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
  private final Optional<String> createdBy;
  private final Optional<Timestamp> createdAt;
  private final Optional<String> justification;

  private WaiverInPolicy(
      CurationPolicy policy,
      W waiver,
      WireValue id,
      Optional<String> createdBy,
      Optional<Timestamp> createdAt,
      Optional<String> justification) {
    this.policy = policy;
    this.waiver = waiver;
    this.id = id;
    this.createdBy = createdBy;
    this.createdAt = createdAt;
    this.justification = justification;
  }

  static WaiverInPolicy<PackageWaiver> of(CurationPolicy policy, PackageWaiver waiver) {
    return new WaiverInPolicy<>(
        policy,
        waiver,
        waiver.id(),
        waiver.createdBy(),
        waiver.createdAt(),
        waiver.justification());
  }

  static WaiverInPolicy<LabelWaiver> of(CurationPolicy policy, LabelWaiver waiver) {
    return new WaiverInPolicy<>(
        policy,
        waiver,
        waiver.id(),
        waiver.createdBy(),
        waiver.createdAt(),
        waiver.justification());
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

  /** The name of the user who created the waiver. */
  public Optional<String> createdBy() {
    return createdBy;
  }

  /** When the waiver was created. */
  public Optional<Timestamp> createdAt() {
    return createdAt;
  }

  /** Why the packages are exempt. */
  public Optional<String> justification() {
    return justification;
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
