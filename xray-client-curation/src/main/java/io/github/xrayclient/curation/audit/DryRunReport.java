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
 * The downloads that a policy would have blocked, had it not been a dry run. A package that nobody
 * asked for in that time is not in it.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableDryRunReport.class)
@JsonDeserialize(builder = DryRunReport.Builder.class)
public interface DryRunReport {
  /** The policy that the report is about. */
  @JsonProperty("policy")
  CurationPolicyId policy();

  /** The beginning of the time that was read. */
  @JsonProperty("from")
  Timestamp createdFrom();

  /** The end of the time that was read. */
  @JsonProperty("until")
  Timestamp createdUntil();

  /** How many downloads it would have blocked. */
  @JsonProperty("downloads")
  long downloads();

  /** The packages, those with the most downloads first. */
  @JsonProperty("packages")
  List<DryRunPackage> packages();

  /** Downloads for each curated repository, the most first. */
  @JsonProperty("repositories")
  Map<String, Long> repositories();

  /** Downloads for each user, the most first; {@code anonymous} stands for no login. */
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
