package io.github.xrayclient.diagnostics.refusal;

import io.github.xrayclient.curation.waiverrequest.WaiverRequestDraft;
import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What Curation's message about a blocked package contains. In the explanation of a refusal without
 * a reason there is no message; then it has only what the server says about the package now, which
 * may be that Curation allows it, and {@link #reason()} is {@link Reason#UNKNOWN}.
 */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface CurationRefusal extends Serializable {
  /** Reasons for which Curation blocks a package. */
  enum Reason {
    /** The package violates the policies in {@link CurationRefusal#policies()}. */
    POLICY_VIOLATION,
    /** The catalog does not know the package yet. This is temporary, but may take hours. */
    NOT_IN_CATALOG,
    /** The request started a scan of the package, which is not finished yet. This is temporary. */
    ON_DEMAND_SCAN_PENDING,
    /** Every version of the package is blocked. */
    NO_COMPLIANT_VERSION,
    /**
     * The text is not a refusal, but the answer to a waiver request, such as {@code 12|pending}.
     */
    WAIVER_ANSWER,
    /** The text does not name a reason. */
    UNKNOWN
  }

  /**
   * The name of the package with its group or scope, such as {@code com.acme:core} or {@code
   * @acme/web}; absent if the message does not name the package.
   */
  Optional<String> packageName();

  /** The version of the package; absent if the message does not name it. */
  Optional<String> packageVersion();

  /** Why Curation blocks the package. */
  Reason reason();

  /** Whether the message states that a waiver may be requested; false if there is no message. */
  boolean waiversAllowed();

  /**
   * The violated policies, in the order of the message; empty if the message does not name any.
   */
  List<ViolatedPolicy> policies();

  /**
   * What the server knows about the package, from waiver requests and the audit. Empty in a refusal
   * that was only read from a text.
   */
  List<CurationFinding> findings();

  /**
   * A waiver request that is ready to be sent. Absent in a refusal that was only read from a text,
   * if something that the request needs is not known, if a policy does not accept requests, or if a
   * request is pending.
   */
  Optional<WaiverRequestDraft> waiverRequest();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link CurationRefusal} values. Not thread-safe. */
  final class Builder extends ImmutableCurationRefusal.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
