package io.github.xrayclient.diagnostics.refusal;

import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A curation policy that a package violates, as the refusal names it. The server separates the
 * parts by commas and escapes none, so a part that itself holds a comma may be cut at the wrong
 * place; {@link #raw()} has everything.
 */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface ViolatedPolicy extends Serializable {
  /** The name of the policy. */
  String policy();

  /** The name of the condition that the package meets. */
  Optional<String> condition();

  /**
   * Why the package meets the condition: a headline, then often {@code ": "} and items separated by
   * {@code " | "} or {@code <br/>}.
   */
  Optional<String> explanation();

  /** What the server recommends to do. */
  Optional<String> recommendation();

  /** The id of the policy, if the policy was found on the server. */
  Optional<CurationPolicyId> policyId();

  /** What the server says about the policy now. */
  List<CurationFinding> findings();

  /** All parts as received, without the braces around them. */
  String raw();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableViolatedPolicy.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
