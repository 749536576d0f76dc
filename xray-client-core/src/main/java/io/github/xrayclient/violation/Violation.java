package io.github.xrayclient.violation;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.ComponentId;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.violation.detail.Applicability;
import io.github.xrayclient.violation.detail.ApplicabilityDetails;
import io.github.xrayclient.violation.detail.CveDetails;
import io.github.xrayclient.violation.detail.ExtendedInformation;
import io.github.xrayclient.violation.detail.FindingDetails;
import io.github.xrayclient.violation.detail.IgnoreRuleInfo;
import io.github.xrayclient.violation.detail.ImpactedArtifact;
import io.github.xrayclient.violation.detail.OperationalRiskDetails;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * A violation: a watch found a component or a file that a rule of a policy does not allow. Which
 * fields a violation has depends on its {@link #kind()}, on the version of the server, and on
 * {@link ViolationQuery#includeDetails()}.
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
  Optional<ViolationId> violationId();

  /**
   * The id of the issue, such as {@code XRAY-94620}; for a license violation, the key of the
   * license, such as {@code GPL-3.0}.
   */
  @JsonProperty("issue_id")
  Optional<String> issueId();

  /**
   * Whether the violation is about security, a license or operational risk. {@link #kind()} also
   * distinguishes secrets, other exposures and findings of static analysis.
   */
  @JsonProperty("type")
  Optional<ViolationType> type();

  /** The name of the watch that found the violation. */
  @JsonProperty("watch_name")
  Optional<String> watchName();

  /** The severity of the issue, which decides whether a rule matches. */
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

  /** Where the information about the issue comes from, such as {@code JFrog}. */
  @JsonProperty("provider")
  Optional<String> provider();

  /**
   * The components that have the issue, such as {@code npm://lodash:4.17.19}, as the server sent
   * them. For exposures and findings of static analysis, servers send an empty list or empty texts;
   * {@link #components()} leaves these out.
   */
  @JsonAlias("infected_component")
  @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
  @JsonProperty("infected_components")
  List<ComponentId> infectedComponents();

  /** The versions of the component that have the issue, as intervals such as {@code [1.0,1.5)}. */
  @JsonProperty("infected_versions")
  List<String> infectedVersions();

  /**
   * The paths of the components inside the artifact, in the order of {@link #infectedComponents()};
   * an empty text if a path is not known.
   */
  @JsonProperty("component_physical_paths")
  List<String> componentPhysicalPaths();

  /**
   * The files with the issue, for exposures and findings of static analysis; relative to the root
   * of the artifact or Git repository.
   */
  @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
  @JsonProperty("infected_file_path")
  List<String> infectedFilePaths();

  /** The line in the file, counted from 1. Servers send 0 for violations without a line. */
  @JsonProperty("line_number")
  Optional<Integer> lineNumber();

  /**
   * The versions of the component without the issue. Servers send them only with {@link
   * ViolationQuery#includeDetails()}.
   */
  @JsonProperty("fix_versions")
  List<String> fixVersions();

  /**
   * The artifacts that contain the component, such as {@code default/repository/path}; the first
   * element is the id of the Artifactory. An image is named by its folder, with a slash at the end.
   */
  @JsonAlias("impact_artifacts")
  @JsonProperty("impacted_artifacts")
  List<String> impactedArtifacts();

  /**
   * The artifact that contains the component. Only {@link Violations#ignored()} has it; other
   * listings have {@link #impactedArtifacts()} instead.
   */
  @JsonProperty("impacted_artifact")
  Optional<ImpactedArtifact> impactedArtifact();

  /** The Git repository with the issue, such as {@code acme/shop}; absent for artifacts. */
  @JsonProperty("impacted_git_repository")
  Optional<String> impactedGitRepository();

  /**
   * The address at which the server returns the violation in detail. The form of that answer is not
   * documented.
   */
  @JsonProperty("violation_details_url")
  Optional<String> detailsUrl();

  /**
   * The policies and rules that the violation violates. Servers send them only with
   * {@link ViolationQuery#includeDetails()}.
   */
  @JsonProperty("matched_policies")
  List<MatchedPolicy> matchedPolicies();

  /**
   * The ignore rule that covers the violation; absent if there is none. The rule may have expired
   * or may have been deleted in the meantime.
   */
  @JsonAlias("ignore_rule_details")
  @JsonProperty("ignore_rule_info")
  Optional<IgnoreRuleInfo> ignoreRuleInfo();

  /**
   * The CVEs of the issue with their scores and weaknesses. Servers send them only with
   * {@link ViolationQuery#includeDetails()}. {@link #cves()} has only the ids.
   */
  @JsonProperty("properties")
  List<CveDetails> properties();

  /**
   * What the security research of JFrog found out about the issue. Needs Xray 3.42.3 or later, and
   * not every subscription has it.
   */
  @JsonProperty("extended_information")
  Optional<ExtendedInformation> extendedInformation();

  /** The results of contextual analysis, one for each CVE and component. */
  @JsonProperty("applicability_details")
  List<ApplicabilityDetails> applicabilityDetails();

  /**
   * How contextual analysis came to its results. {@link #applicabilityDetails()} has the results
   * themselves in a form that is easier to read.
   */
  @JsonProperty("applicability")
  List<Applicability> applicability();

  /** The signs of poor maintenance, for violations of kind {@link ViolationKind#OPERATIONAL_RISK}. */
  @JsonProperty("operational_risk")
  Optional<OperationalRiskDetails> operationalRisk();

  /**
   * The finding, for violations of kind {@link ViolationKind#SECRET} and {@link
   * ViolationKind#EXPOSURE}.
   */
  @JsonProperty("details")
  Optional<FindingDetails> exposureDetails();

  /** The finding, for violations of kind {@link ViolationKind#SAST}. */
  @JsonProperty("sast_details")
  Optional<FindingDetails> sastDetails();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /** What the violation is about, as its fields show. */
  default ViolationKind kind() {
    return ViolationKind.of(type(), exposureDetails(), sastDetails());
  }

  /** The ids of the CVEs in {@link #properties()}, each once; empty if the issue has none. */
  default List<String> cves() {
    return properties().stream()
        .flatMap(property -> NonBlank.text(property.cve()).stream())
        .distinct()
        .collect(Collectors.toUnmodifiableList());
  }

  /** The components in {@link #infectedComponents()}, each once and without empty texts. */
  default List<ComponentId> components() {
    return infectedComponents().stream()
        .filter(component -> !component.wire().isBlank())
        .distinct()
        .collect(Collectors.toUnmodifiableList());
  }

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
