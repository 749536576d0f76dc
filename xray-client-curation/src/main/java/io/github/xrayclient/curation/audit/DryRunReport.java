package io.github.xrayclient.curation.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Timestamp;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * The downloads that a dry-run policy would have blocked. Packages that nobody requested in the
 * period are not in the report.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableDryRunReport.class)
@JsonDeserialize(builder = DryRunReport.Builder.class)
public interface DryRunReport {
  /** The id of the policy that the report is about. */
  @JsonProperty("policy")
  CurationPolicyId policy();

  /** The start of the period that was read. */
  @JsonProperty("from")
  Timestamp createdFrom();

  /** The end of the period that was read. */
  @JsonProperty("until")
  Timestamp createdUntil();

  /** The number of downloads that the policy would have blocked. */
  @JsonProperty("downloads")
  long downloads();

  /** The packages that the policy would have blocked, those with the most downloads first. */
  @JsonProperty("packages")
  List<DryRunPackage> packages();

  /** The number of downloads by curated repository, the largest number first. */
  @JsonProperty("repositories")
  Map<String, Long> repositories();

  /**
   * The number of downloads by user, the largest number first; {@code anonymous} stands for
   * requests without a login.
   */
  @JsonProperty("users")
  Map<String, Long> users();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * A builder of {@link DryRunReport} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableDryRunReport.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
