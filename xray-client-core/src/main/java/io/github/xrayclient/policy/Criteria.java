package io.github.xrayclient.policy;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Severity;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What a rule matches. Which fields there are depends on the policy's type. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableCriteria.class)
@JsonDeserialize(builder = Criteria.Builder.class)
@SuppressWarnings("serial")
public interface Criteria extends Serializable {
  /** The lowest severity of a vulnerability that matches. */
  @JsonProperty("min_severity")
  Optional<Severity> minSeverity();

  /** The CVSS scores that match. */
  @JsonProperty("cvss_range")
  Optional<CvssRange> cvssRange();

  /** Ids of vulnerabilities that match, such as {@code XRAY-94620} or a CVE. */
  @JsonProperty("vulnerability_ids")
  List<String> vulnerabilityIds();

  /** Whether only issues match for which a fix exists. */
  @JsonProperty("fix_version_dependant")
  Optional<Boolean> fixVersionDependant();

  /** Whether only CVEs match that contextual analysis found applicable. */
  @JsonProperty("applicable_cves_only")
  Optional<Boolean> applicableCvesOnly();

  /** Whether malicious packages match; false is the same as absent. */
  @JsonProperty("malicious_package")
  Optional<Boolean> maliciousPackage();

  /** Exposures that match, such as secrets; needs Advanced Security. */
  @JsonProperty("exposures")
  Optional<Exposures> exposures();

  /** Findings of static analysis that match; needs Advanced Security. */
  @JsonProperty("sast")
  Optional<Sast> sast();

  /** The package that matches; needs {@link #packageType()}. */
  @JsonProperty("package_name")
  Optional<String> packageName();

  /** The type of the package that matches; needs {@link #packageName()}. */
  @JsonProperty("package_type")
  Optional<String> packageType();

  /** Ranges such as {@code [1.0,2.0)}; {@code (,)} is any version. */
  @JsonProperty("package_versions")
  List<String> packageVersions();

  /** The only licenses that do not match; excludes {@link #bannedLicenses()}. */
  @JsonAlias("allow_licenses")
  @JsonProperty("allowed_licenses")
  List<String> allowedLicenses();

  /** Licenses that match; excludes {@link #allowedLicenses()}. */
  @JsonProperty("banned_licenses")
  List<String> bannedLicenses();

  /** Whether an unknown license is allowed. */
  @JsonProperty("allow_unknown")
  Optional<Boolean> allowUnknown();

  /** Whether one allowed license is enough for a component with several. */
  @JsonProperty("multi_license_permissive")
  Optional<Boolean> multiLicensePermissive();

  /** The lowest operational risk that matches; excludes {@link #operationalRiskCustom()}. */
  @JsonProperty("op_risk_min_risk")
  Optional<Severity> operationalRiskMinRisk();

  /** What counts as an operational risk; excludes {@link #operationalRiskMinRisk()}. */
  @JsonProperty("op_risk_custom")
  Optional<OperationalRisk> operationalRiskCustom();

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
  final class Builder extends ImmutableCriteria.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
