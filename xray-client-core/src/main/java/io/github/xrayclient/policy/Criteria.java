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
  @JsonProperty("min_severity")
  Optional<Severity> minSeverity();

  @JsonProperty("cvss_range")
  Optional<CvssRange> cvssRange();

  @JsonProperty("vulnerability_ids")
  List<String> vulnerabilityIds();

  /** Whether only issues match for which a fix exists. */
  @JsonProperty("fix_version_dependant")
  Optional<Boolean> fixVersionDependant();

  @JsonProperty("applicable_cves_only")
  Optional<Boolean> applicableCvesOnly();

  @JsonProperty("malicious_package")
  Optional<Boolean> maliciousPackage();

  @JsonProperty("exposures")
  Optional<Exposures> exposures();

  @JsonProperty("sast")
  Optional<Sast> sast();

  @JsonProperty("package_name")
  Optional<String> packageName();

  @JsonProperty("package_type")
  Optional<String> packageType();

  /** Ranges such as {@code [1.0,2.0)}; {@code (,)} is any version. */
  @JsonProperty("package_versions")
  List<String> packageVersions();

  @JsonAlias("allow_licenses")
  @JsonProperty("allowed_licenses")
  List<String> allowedLicenses();

  @JsonProperty("banned_licenses")
  List<String> bannedLicenses();

  @JsonProperty("allow_unknown")
  Optional<Boolean> allowUnknown();

  @JsonProperty("multi_license_permissive")
  Optional<Boolean> multiLicensePermissive();

  @JsonProperty("op_risk_min_risk")
  Optional<Severity> operationalRiskMinRisk();

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
