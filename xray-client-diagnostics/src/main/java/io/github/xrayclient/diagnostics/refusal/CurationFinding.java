package io.github.xrayclient.diagnostics.refusal;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/**
 * What the server knows now about a refusal by Curation or about a violated policy, for example
 * that a waiver was created after the refusal.
 */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface CurationFinding extends Serializable {
  /** The kind of the finding. */
  Kind kind();

  /** The finding in one or more sentences for people. */
  String text();

  /** Returns a finding with these values. */
  static CurationFinding of(Kind kind, String text) {
    return builder().kind(kind).text(text).build();
  }

  /** Kinds of findings. Later versions may add constants. */
  enum Kind {
    /** No policy with the name in the message is among the policies that could be read. */
    POLICY_NOT_FOUND,
    /** Several policies have the name in the message. */
    POLICY_NAME_NOT_UNIQUE,
    /** The policy is disabled now. */
    POLICY_DISABLED,
    /** The action of the policy is dry run now, so the policy blocks no download. */
    POLICY_DRY_RUN,
    /**
     * The policy does not apply to the repository or the package type now. If several curated
     * repositories may have refused the package, the policy applies to none of them.
     */
    POLICY_OUT_OF_SCOPE,
    /**
     * The policy applies to the users of some groups only, or to all users except those of some
     * groups, so it may block the package for one user and not for another.
     */
    POLICY_DEPENDS_ON_GROUPS,
    /** The policy also blocks packages that are already cached. */
    POLICY_BLOCKS_FROM_CACHE,
    /**
     * A waiver of the policy covers the package and version now. Either the waiver was created
     * after the refusal, or another policy blocks the package as well.
     */
    WAIVED,
    /** A waiver of the policy covers only other versions of the package. */
    WAIVER_FOR_OTHER_VERSIONS,
    /** A waiver of the policy covers some versions, and the refused version is not known. */
    WAIVER_FOR_UNKNOWN_VERSION,
    /**
     * A waiver is for a package with the same name but another package type, or for one whose name
     * differs only in letter case, although the names of this package type are case-sensitive or it
     * is not known whether they are.
     */
    WAIVER_FOR_SIMILAR_PACKAGE,
    /** The policy exempts packages by labels, and the labels of the refused package are not known. */
    WAIVER_FOR_LABELS,
    /** The policy does not accept waiver requests. */
    WAIVER_REQUESTS_FORBIDDEN,
    /** The policy approves every waiver request automatically. */
    WAIVER_REQUESTS_AUTO_APPROVED,
    /** Certain groups decide waiver requests for the policy. */
    WAIVER_REQUESTS_DECIDED_BY_OWNERS,
    /** A waiver request for the package is waiting for a decision. */
    WAIVER_REQUEST_PENDING,
    /** A waiver request for the package was approved. */
    WAIVER_REQUEST_APPROVED,
    /** A waiver request for the package was approved, but its waiver has expired. */
    WAIVER_REQUEST_EXPIRED,
    /** A waiver request for the package was decided, but not approved. */
    WAIVER_REQUEST_NOT_APPROVED,
    /**
     * A waiver request for the package is for another repository. The request may have any status.
     */
    WAIVER_REQUEST_FOR_OTHER_REPOSITORY,
    /** Curation's audit contains the refusal. */
    IN_AUDIT,
    /** The newest events of Curation's audit do not contain the refusal. */
    NOT_IN_AUDIT,
    /**
     * Curation blocks the package now: in the repository of the refusal or, if the server does not
     * name that one, in every repository that it counts or names.
     */
    BLOCKED_NOW,
    /**
     * Curation allows the package now: in the repository of the refusal or, if the server does not
     * name that one, in every repository that it counts or names.
     */
    ALLOWED_NOW,
    /**
     * Curation blocks the package in some repositories now, and allows it in others. Which of these
     * is the case for the repository of the refusal is not known.
     */
    BLOCKED_IN_SOME_REPOSITORIES_NOW,
    /** The server was asked whether Curation blocks the package now, but its answer does not tell. */
    STATUS_UNKNOWN,
    /**
     * The server names the policy if it is asked about the package now, but the refusal does not
     * name the policy.
     */
    NAMED_BY_STATUS_ONLY
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link CurationFinding} values. Not thread-safe. */
  final class Builder extends ImmutableCurationFinding.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
