package io.github.xrayclient.diagnostics.refusal;

import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A curation policy that a package violates, as the message of the refusal names it. The server
 * separates the parts of the message by commas, but does not escape commas inside a part, so such a
 * part may be split at the wrong comma. {@link #raw()} contains the text as received.
 */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface ViolatedPolicy extends Serializable {
  /** The name of the policy. */
  String policy();

  /** The name of the policy's condition, which the package meets; absent if it is not in the message. */
  Optional<String> condition();

  /**
   * Why the package meets the condition; absent if it is not in the message. The server often
   * writes a headline, then {@code ": "}, then items that are separated by {@code " | "} or {@code
   * <br/>}.
   */
  Optional<String> explanation();

  /** What the server recommends to do; absent if it is not in the message. */
  Optional<String> recommendation();

  /** The id of the policy; absent if the policy was not looked up on the server or was not found. */
  Optional<CurationPolicyId> policyId();

  /**
   * What the server knows about the policy now. Empty in a refusal that was only read from a text.
   */
  List<CurationFinding> findings();

  /** All parts as received, without the braces around them. */
  String raw();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link ViolatedPolicy} values. Not thread-safe. */
  final class Builder extends ImmutableViolatedPolicy.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
