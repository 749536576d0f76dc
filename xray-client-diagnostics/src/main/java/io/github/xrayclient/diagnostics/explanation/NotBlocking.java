package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** A policy that applies to the artifact through a watch, but has no rule that blocks downloads. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface NotBlocking extends Serializable {
  /** The name of the watch. */
  String watch();

  /** The name of the policy. */
  String policy();

  /** What the policy does instead of blocking downloads, such as {@code fails builds only}. */
  String reason();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link NotBlocking} values. Not thread-safe. */
  final class Builder extends ImmutableNotBlocking.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
