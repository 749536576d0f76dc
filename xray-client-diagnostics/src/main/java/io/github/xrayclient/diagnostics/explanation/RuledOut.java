package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A watch with a blocking rule that could have covered the repository, but does not. */
@Value.Immutable
@XrayStyle
public interface RuledOut {
  String watch();

  Optional<String> policy();

  Optional<String> rule();

  /** The switch of the rule that the fact is about; absent if it is about the watch. */
  Optional<Trigger> trigger();

  /** The fact that speaks against it. */
  String reason();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableRuledOut.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
