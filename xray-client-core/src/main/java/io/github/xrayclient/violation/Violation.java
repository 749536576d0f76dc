package io.github.xrayclient.violation;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A violation: a watch found a component that a rule of a policy does not allow.
 *
 * @see "JFrog REST APIs: Get Violations"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableViolation.class)
@JsonDeserialize(builder = Violation.Builder.class)
public interface Violation {
  /** The id of the violation. Servers send it only with {@link ViolationQuery#includeDetails()}. */
  @JsonProperty("violation_id")
  Optional<String> violationId();

  /**
   * The id of the issue, such as {@code XRAY-94620}; for a license violation, the key of the
   * license.
   */
  @JsonProperty("issue_id")
  Optional<String> issueId();

  /** Whether the violation is about security, a license or operational risk. */
  @JsonProperty("type")
  Optional<ViolationType> type();

  /** The name of the watch that found the violation. */
  @JsonProperty("watch_name")
  Optional<String> watchName();

  /** The severity of the issue. */
  @JsonProperty("severity")
  Optional<Severity> severity();

  /** When the violation was found. */
  @JsonProperty("created")
  Optional<Timestamp> created();

  /**
   * The issue in a few words. Servers send it only with {@link ViolationQuery#includeDetails()}.
   */
  @JsonProperty("summary")
  Optional<String> summary();

  /** The description of the issue; for a license violation, the name of the license. */
  @JsonProperty("description")
  Optional<String> description();

  /** The components that have the issue, such as {@code npm://x:1.0}. */
  @JsonProperty("infected_components")
  List<String> infectedComponents();

  /** The versions of the component that have the issue, as intervals. */
  @JsonProperty("infected_versions")
  List<String> infectedVersions();

  /**
   * The versions of the component without the issue. Servers send them only with
   * {@link ViolationQuery#includeDetails()}.
   */
  @JsonProperty("fix_versions")
  List<String> fixVersions();

  /**
   * The artifacts that contain the component, such as {@code default/repository/path}; the first
   * element is the id of the Artifactory.
   */
  @JsonAlias("impact_artifacts")
  @JsonProperty("impacted_artifacts")
  List<String> impactedArtifacts();

  /** The address at which the server returns the violation in detail. */
  @JsonProperty("violation_details_url")
  Optional<String> detailsUrl();

  /**
   * The policies and rules that the violation violates. Servers send them only with
   * {@link ViolationQuery#includeDetails()}.
   */
  @JsonProperty("matched_policies")
  List<MatchedPolicy> matchedPolicies();

  /** The ignore rule that covers the violation, as JSON in the server's form. */
  @JsonProperty("ignore_rule_info")
  Optional<JsonNode> ignoreRuleInfo();

  /**
   * The CVEs of the issue with their scores, as JSON in the server's form: {@code cve},
   * {@code cvss_v2}, {@code cvss_v3}. Servers send them only with
   * {@link ViolationQuery#includeDetails()}.
   */
  @JsonProperty("properties")
  List<JsonNode> properties();

  /** Fields that this version of the library does not know, as received. */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link Violation} values. Not thread-safe. */
  final class Builder extends ImmutableViolation.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
