package io.github.xrayclient.diagnostics.refusal;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** What a server says now about a refusal by Curation, or about a policy that was violated. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface CurationFinding extends Serializable {
  /** What is found. */
  Kind kind();

  /** One sentence for people. */
  String text();

  /** A finding with these values. */
  static CurationFinding of(Kind kind, String text) {
    return builder().kind(kind).text(text).build();
  }

  /** Kinds of findings. Later versions may add some. */
  enum Kind {
    /** The policy is not among those that could be read. */
    POLICY_NOT_FOUND,
    /** Several policies have the name. */
    POLICY_NAME_NOT_UNIQUE,
    /** The policy is switched off by now. */
    POLICY_DISABLED,
    /** The policy is a dry run by now. */
    POLICY_DRY_RUN,
    /** The policy does not cover the repository or the package type by now. */
    POLICY_OUT_OF_SCOPE,
    /** The policy blocks packages that are cached already, too. */
    POLICY_BLOCKS_FROM_CACHE,
    /** A waiver covers the package and version by now, or another policy blocks it too. */
    WAIVED,
    /** A waiver is for other versions of the package. */
    WAIVER_FOR_OTHER_VERSIONS,
    /** A waiver is for some versions of the package, and the refused version is not known. */
    WAIVER_FOR_UNKNOWN_VERSION,
    /** A waiver is for a package of this name but another type, or with another spelling. */
    WAIVER_FOR_SIMILAR_PACKAGE,
    /** The policy waives packages by labels, and the labels of this one are not known. */
    WAIVER_FOR_LABELS,
    /** The policy takes no waiver requests. */
    WAIVER_REQUESTS_FORBIDDEN,
    /** The policy approves every waiver request at once. */
    WAIVER_REQUESTS_AUTO_APPROVED,
    /** Certain groups decide waiver requests. */
    WAIVER_REQUESTS_DECIDED_BY_OWNERS,
    /** A waiver request for the package waits for a decision. */
    WAIVER_REQUEST_PENDING,
    /** A waiver request for the package was approved. */
    WAIVER_REQUEST_APPROVED,
    /** A waiver request for the package was approved, and its waiver has expired. */
    WAIVER_REQUEST_EXPIRED,
    /** A waiver request for the package was decided, but not approved. */
    WAIVER_REQUEST_NOT_APPROVED,
    /** A waiver request for the package, whatever its status, is for another repository. */
    WAIVER_REQUEST_FOR_OTHER_REPOSITORY,
    /** The audit has the refusal. */
    IN_AUDIT,
    /** The newest events of the audit do not have the refusal. */
    NOT_IN_AUDIT
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableCurationFinding.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
