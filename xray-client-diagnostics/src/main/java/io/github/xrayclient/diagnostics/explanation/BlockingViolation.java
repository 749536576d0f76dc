package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.ignorerule.IgnoreFilters;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.ComponentId;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.violation.ViolationId;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A violation of the artifact, because of which a rule blocks the download. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface BlockingViolation extends Serializable {
  /**
   * The id of the issue, such as {@code XRAY-1234}, or the name of the license; absent if the server
   * does not state it.
   */
  Optional<String> issueId();

  /** The id of the violation; absent if the server does not state it. */
  Optional<ViolationId> violationId();

  /**
   * The text that identifies the violation to people: the {@link #issueId()} or, if there is none,
   * the {@link #violationId()}. JSON has it as {@code id}. Absent if neither is known.
   */
  default Optional<String> id() {
    return issueId().or(() -> violationId().map(ViolationId::wire));
  }

  /** The CVEs of the violation; empty if it has none. */
  List<String> cves();

  /**
   * The components of the artifact that have the issue, such as {@code npm://x:1.0}; empty if the
   * server names none, as for secrets and findings in source code.
   */
  List<ComponentId> components();

  /** The severity of the violation; absent if the server does not state it. */
  Optional<Severity> severity();

  /**
   * Versions of the component that do not have the issue; empty if none are known. If there are
   * several {@link #components()}, servers do not state to which of them a version belongs.
   */
  List<String> fixVersions();

  /** When the violation was found; absent if the server does not state it. */
  Optional<Timestamp> foundAt();

  /** The URL of the violation on the server; absent if the server does not state it. */
  Optional<String> url();

  /**
   * The filters of the narrowest ignore rule for this violation: this issue, these components, this
   * artifact, this watch and the policies that block. Absent if such a rule cannot be made; {@link
   * #notIgnorable()} then has the reason.
   */
  Optional<IgnoreFilters> ignoreFilters();

  /** Why no ignore rule can be made for this violation, as a clause; absent if one can be made. */
  Optional<String> notIgnorable();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link BlockingViolation} values. Not thread-safe. */
  final class Builder extends ImmutableBlockingViolation.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
