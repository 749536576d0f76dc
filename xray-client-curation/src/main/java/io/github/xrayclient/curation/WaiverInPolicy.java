package io.github.xrayclient.curation;

import java.util.Objects;

/** A package waiver and the policy that it exempts from: who waived what, where, and why. */
public final class WaiverInPolicy {
  private final CurationPolicy policy;
  private final PackageWaiver waiver;

  WaiverInPolicy(CurationPolicy policy, PackageWaiver waiver) {
    this.policy = Objects.requireNonNull(policy, "policy");
    this.waiver = Objects.requireNonNull(waiver, "waiver");
  }

  /** The policy. */
  public CurationPolicy policy() {
    return policy;
  }

  /** The waiver, with its author and justification. */
  public PackageWaiver waiver() {
    return waiver;
  }

  @Override
  public String toString() {
    return "policy " + policy.id() + ", waiver " + waiver.id();
  }
}
