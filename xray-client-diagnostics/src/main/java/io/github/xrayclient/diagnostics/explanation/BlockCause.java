package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.watch.WatchResource;
import java.util.Optional;
import org.immutables.value.Value;

/** One switch of one rule that blocks, or may block, a download. */
@Value.Immutable
@XrayStyle
public interface BlockCause {
  Verdict verdict();

  String watch();

  String policy();

  Optional<PolicyType> policyType();

  /** Absent if the policy cannot be read. */
  Optional<String> rule();

  /** Absent if the policy cannot be read. */
  Optional<Trigger> trigger();

  /** The resource of the watch that covers the repository. */
  WatchResource resource();

  /** One sentence. */
  String reason();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableBlockCause.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
