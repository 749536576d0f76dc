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
 * Something that a watch found and a policy does not allow.
 *
 * @see "JFrog REST APIs: Get Violations"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableViolation.class)
@JsonDeserialize(builder = Violation.Builder.class)
public interface Violation {
  /** The id of the violation; comes with {@code includeDetails()} only. */
  @JsonProperty("violation_id")
  Optional<String> violationId();

  /** The id of what was found, such as {@code XRAY-94620}; for a license its key. */
  @JsonProperty("issue_id")
  Optional<String> issueId();

  @JsonProperty("type")
  Optional<ViolationType> type();

  /** The watch that found the violation. */
  @JsonProperty("watch_name")
  Optional<String> watchName();

  @JsonProperty("severity")
  Optional<Severity> severity();

  /** When the violation was found. */
  @JsonProperty("created")
  Optional<Timestamp> created();

  @JsonProperty("summary")
  Optional<String> summary();

  @JsonProperty("description")
  Optional<String> description();

  /** Such as {@code npm://x:1.0}. */
  @JsonProperty("infected_components")
  List<String> infectedComponents();

  /** Versions of the component that are affected, as intervals. */
  @JsonProperty("infected_versions")
  List<String> infectedVersions();

  /** Versions in which it is fixed; come with {@code includeDetails()} only. */
  @JsonProperty("fix_versions")
  List<String> fixVersions();

  /** Such as {@code default/repository/path}. */
  @JsonAlias("impact_artifacts")
  @JsonProperty("impacted_artifacts")
  List<String> impactedArtifacts();

  /** An address of the server that shows the violation in detail. */
  @JsonProperty("violation_details_url")
  Optional<String> detailsUrl();

  /** With details only. */
  @JsonProperty("matched_policies")
  List<MatchedPolicy> matchedPolicies();

  /** The ignore rule that covers the violation, as the server spells it. */
  @JsonProperty("ignore_rule_info")
  Optional<JsonNode> ignoreRuleInfo();

  /** CVEs with their scores. */
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

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableViolation.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
