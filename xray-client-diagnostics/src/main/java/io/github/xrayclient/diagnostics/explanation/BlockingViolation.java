package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Severity;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A violation of the artifact through which a cause blocks the download. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface BlockingViolation extends Serializable {
  /** The id of the issue, such as {@code XRAY-1234}; of the violation if the issue has none. */
  Optional<String> id();

  /** The CVEs of the violation; empty if it has none. */
  List<String> cves();

  /** The component that has the issue, such as {@code npm://x:1.0}; the first one of several. */
  Optional<String> component();

  Optional<Severity> severity();

  /** Versions of the component that do not have the issue. */
  List<String> fixVersions();

  /** The page of the violation, as the server names it. */
  Optional<String> url();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableBlockingViolation.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
