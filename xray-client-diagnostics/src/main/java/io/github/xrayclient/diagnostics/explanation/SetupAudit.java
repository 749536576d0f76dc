package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.List;
import org.immutables.value.Value;

/** Policies, rules and watches that have no effect on downloads, or less than they seem to have. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface SetupAudit extends Serializable {
  /** The number of policies that were checked. */
  int policyCount();

  /** The number of watches that were checked. */
  int watchCount();

  /** The findings, ordered by their kind, and within a kind in the order of the server. */
  List<SetupFinding> findings();

  /** What could not be checked, and why. */
  List<NotChecked> notChecked();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link SetupAudit} values. Not thread-safe. */
  final class Builder extends ImmutableSetupAudit.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
