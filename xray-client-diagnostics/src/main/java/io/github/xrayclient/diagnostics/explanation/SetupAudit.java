package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.List;
import org.immutables.value.Value;

/** What is set up but has no effect, or less than it seems. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface SetupAudit extends Serializable {
  /** How many policies were looked at. */
  int policyCount();

  /** How many watches were looked at. */
  int watchCount();

  /** By kind, then in the order of the server. */
  List<SetupFinding> findings();

  /** What could not be looked at, and why. */
  List<NotChecked> notChecked();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableSetupAudit.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
