package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.policy.PolicyType;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A policy that is assigned to a {@link CoveringWatch}. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface AppliedPolicy extends Serializable {
  /** The name of the policy. */
  String policy();

  /** The type of the policy; absent if neither the watch nor the policy states it. */
  Optional<PolicyType> type();

  /** Whether the policy could be read. If not, it was deleted, or the token has no permission. */
  boolean readable();

  /**
   * The names of the policy's rules that block downloads, in the order in which they are evaluated;
   * empty if the policy could not be read.
   */
  List<String> blockingRules();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link AppliedPolicy} values. Not thread-safe. */
  final class Builder extends ImmutableAppliedPolicy.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
