package io.github.xrayclient.diagnostics.refusal;

import io.github.xrayclient.curation.waiverrequest.WaiverRequestDraft;
import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What Curation said when it refused a package. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface CurationRefusal extends Serializable {
  /** Why Curation refused a package. */
  enum Reason {
    /** The package violates the policies that are listed. */
    POLICY_VIOLATION,
    /** The catalog does not know the package yet. Temporary; an update may take hours. */
    NOT_IN_CATALOG,
    /** A scan was started by this request and is not finished. Temporary. */
    ON_DEMAND_SCAN_PENDING,
    /** Every version of the package is blocked. */
    NO_COMPLIANT_VERSION,
    /** Not a refusal of a package but the answer to a waiver request, such as {@code 12|pending}. */
    WAIVER_ANSWER,
    /** The text names no reason. */
    UNKNOWN
  }

  /** The package with its group or scope: {@code com.acme:core}, {@code @acme/web}. Some clients omit it. */
  Optional<String> packageName();

  /** The version of the package, if the message names it. */
  Optional<String> packageVersion();

  /** Why Curation refused the package. */
  Reason reason();

  /** Whether the text says that a waiver may be requested. */
  boolean waiversAllowed();

  /** The violated policies, in the order of the text; empty unless policies are the reason. */
  List<ViolatedPolicy> policies();

  /** What waiver requests and the audit say about the package. */
  List<CurationFinding> findings();

  /** A waiver request that is ready to be sent, if everything that it needs is known. */
  Optional<WaiverRequestDraft> waiverRequest();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableCurationRefusal.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
