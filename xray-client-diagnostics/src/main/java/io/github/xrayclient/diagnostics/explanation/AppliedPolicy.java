package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.policy.PolicyType;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A policy that a watch applies. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface AppliedPolicy extends Serializable {
  /** The name of the policy. */
  String policy();

  Optional<PolicyType> type();

  /** False if it is assigned, but not among the policies that could be read. */
  boolean readable();

  /** The rules that block downloads, as they are evaluated. */
  List<String> blockingRules();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableAppliedPolicy.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
