package io.github.xrayclient.curation.audit;

import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.internal.XrayStyle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * The downloads that a policy would have blocked, had it not been a dry run. A package that nobody
 * asked for in that time is not in it.
 */
@Value.Immutable
@XrayStyle
public interface DryRunReport {
  CurationPolicyId policy();

  Instant since();

  Instant until();

  /** How many downloads it would have blocked. */
  long downloads();

  /** The packages, those with the most downloads first. */
  List<DryRunPackage> packages();

  /** Downloads for each curated repository, the most first. */
  Map<String, Long> repositories();

  /** Downloads for each user, the most first; {@code anonymous} stands for no login. */
  Map<String, Long> users();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableDryRunReport.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
