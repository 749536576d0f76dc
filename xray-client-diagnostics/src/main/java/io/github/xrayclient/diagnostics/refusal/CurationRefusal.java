package io.github.xrayclient.diagnostics.refusal;

import io.github.xrayclient.curation.waiverrequest.WaiverRequestDraft;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What Curation said when it refused a package. */
@Value.Immutable
@XrayStyle
public interface CurationRefusal {
  /** With group or scope: {@code com.acme:core}, {@code @acme/web}. Some clients' texts lack it. */
  Optional<String> packageName();

  Optional<String> packageVersion();

  CurationReason reason();

  /** Whether the text says that a waiver may be requested. */
  boolean waiversAllowed();

  /** In the order of the text; empty unless policies are the reason. */
  List<ViolatedPolicy> policies();

  /** What requests for waivers and the audit say of the package, a sentence each. */
  List<String> findings();

  /** A request for a waiver that is ready to be made, if all that it needs is known. */
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
