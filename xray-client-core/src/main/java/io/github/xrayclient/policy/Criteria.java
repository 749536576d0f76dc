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

/**
 * What a rule matches. The fields depend on the type of the policy, and servers refuse most
 * combinations: a security rule has one of {@link #minSeverity()}, {@link #cvssRange()},
 * {@link #vulnerabilityIds()}, {@link #maliciousPackage()}, {@link #exposures()}, {@link #sast()}
 * and {@link #packageName()}.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableCriteria.class)
@JsonDeserialize(builder = Criteria.Builder.class)
@SuppressWarnings("serial")
public interface Criteria extends Serializable {
  /** The lowest severity of a vulnerability that matches. For security policies. */
  @JsonProperty("min_severity")
  Optional<Severity> minSeverity();

  /** The range of CVSS scores that match. For security policies. */
  @JsonProperty("cvss_range")
  Optional<CvssRange> cvssRange();

  /**
   * Ids of vulnerabilities that match, such as {@code XRAY-94620} or {@code CVE-2021-44228}. For
   * security policies; needs Xray 3.69.
   */
  @JsonProperty("vulnerability_ids")
  List<String> vulnerabilityIds();

  /**
   * Whether only vulnerabilities with a fixed version match; absent means no. For security
   * policies; not together with {@link #maliciousPackage()} or {@link #packageName()}.
   */
  @JsonProperty("fix_version_dependant")
  Optional<Boolean> fixVersionDependant();

  /**
   * Whether only CVEs match that contextual analysis found applicable; absent means no. For
   * security policies; needs Advanced Security.
   */
  @JsonProperty("applicable_cves_only")
  Optional<Boolean> applicableCvesOnly();

  /** Whether malicious packages match; false means the same as absent. For security policies. */
  @JsonProperty("malicious_package")
  Optional<Boolean> maliciousPackage();

  /**
   * Exposures that match, such as leaked secrets. For security policies; needs Advanced Security.
   */
  @JsonProperty("exposures")
  Optional<Exposures> exposures();

  /**
   * Findings of static analysis (SAST) that match. For security policies; needs Advanced Security.
   */
  @JsonProperty("sast")
  Optional<Sast> sast();

  /**
   * The name of the package that matches, such as {@code log4j-core}. For security policies; needs
   * {@link #packageType()}.
   */
  @JsonProperty("package_name")
  Optional<String> packageName();

  /**
   * The type of the package that matches, such as {@code maven}. For security policies; needs
   * {@link #packageName()}.
   */
  @JsonProperty("package_type")
  Optional<String> packageType();

  /**
   * Versions of the package that match, as ranges such as {@code [1.0,2.0)}; {@code (,)} is every
   * version. For security policies; needs {@link #packageName()}.
   */
  @JsonProperty("package_versions")
  List<String> packageVersions();

  /**
   * The allowed licenses; every other license matches. For license policies; not together with
   * {@link #bannedLicenses()}. The server does not check that the names exist.
   */
  @JsonAlias("allow_licenses")
  @JsonProperty("allowed_licenses")
  List<String> allowedLicenses();

  /**
   * Licenses that match. For license policies; not together with {@link #allowedLicenses()}. The
   * server does not check that the names exist.
   */
  @JsonProperty("banned_licenses")
  List<String> bannedLicenses();

  /** Whether a component with an unknown license is allowed. For license policies. */
  @JsonProperty("allow_unknown")
  Optional<Boolean> allowUnknown();

  /**
   * Whether one allowed license is enough for a component that has several; absent means no. For
   * license policies.
   */
  @JsonProperty("multi_license_permissive")
  Optional<Boolean> multiLicensePermissive();

  /**
   * The lowest operational risk that matches: high, medium or low. For operational risk policies;
   * not together with {@link #operationalRiskCustom()}.
   */
  @JsonProperty("op_risk_min_risk")
  Optional<Severity> operationalRiskMinRisk();

  /**
   * The conditions under which a component is an operational risk. For operational risk policies;
   * not together with {@link #operationalRiskMinRisk()}.
   */
  @JsonProperty("op_risk_custom")
  Optional<OperationalRisk> operationalRiskCustom();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link Criteria} values. Not thread-safe. */
  final class Builder extends ImmutableCriteria.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
