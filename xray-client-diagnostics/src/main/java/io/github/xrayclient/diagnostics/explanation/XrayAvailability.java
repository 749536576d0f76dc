package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Whether Xray can be reached, and what Artifactory does if it cannot. What could not be read is
 * absent, and {@link BlockExplanation#notChecked()} has the reason.
 */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface XrayAvailability extends Serializable {
  /**
   * Whether Xray answered a ping. It is sent through the platform's URL, so an answer does not
   * prove that Artifactory itself can reach Xray.
   */
  Optional<Boolean> reachable();

  /** What happened instead of an answer, as a clause; absent if Xray answered. */
  Optional<String> problem();

  /** Whether Artifactory uses Xray: its setting {@code xrayEnabled}. */
  Optional<Boolean> enabled();

  /**
   * Whether Artifactory allows downloads while it cannot reach Xray: its setting {@code
   * xrayAllowWhenUnavailable}.
   */
  Optional<Boolean> allowedWhenUnavailable();

  /**
   * For how many seconds a download waits for the first scan of an artifact before it is refused:
   * the setting {@code blockUnscannedTimeoutSeconds}.
   */
  Optional<Integer> secondsForFirstScan();

  /**
   * For how many seconds an unfinished scan counts as in progress: the setting {@code
   * blockUnfinishedScansTimeoutSeconds}.
   */
  Optional<Integer> secondsForUnfinishedScan();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link XrayAvailability} values. Not thread-safe. */
  final class Builder extends ImmutableXrayAvailability.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
