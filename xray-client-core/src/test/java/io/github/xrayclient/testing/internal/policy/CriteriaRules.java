package io.github.xrayclient.testing.internal.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Checks the criteria of a rule as the server does. Unknown criteria are accepted. */
public final class CriteriaRules {
  private static final List<String> PACKAGE =
      List.of("package_name", "package_type", "package_versions");
  private static final List<String> SELECTORS =
      List.of("min_severity", "cvss_range", "vulnerability_ids", "exposures", "sast");
  private static final Map<String, List<String>> OWN = Map.of(
      "security",
      List.of(
          "min_severity",
          "cvss_range",
          "vulnerability_ids",
          "fix_version_dependant",
          "applicable_cves_only",
          "malicious_package",
          "exposures",
          "sast",
          "package_name",
          "package_type",
          "package_versions"),
      "license",
      List.of(
          "allowed_licenses",
          "allow_licenses",
          "banned_licenses",
          "allow_unknown",
          "multi_license_permissive"),
      "operational_risk",
      List.of("op_risk_min_risk", "op_risk_custom"));

  private CriteriaRules() {}

  public static void demandTypes(JsonNode criteria) {
    PolicyRules.demandType(
        criteria,
        JsonNodeType.STRING,
        "min_severity",
        "package_name",
        "package_type",
        "op_risk_min_risk");
    PolicyRules.demandType(
        criteria, JsonNodeType.OBJECT, "cvss_range", "exposures", "sast", "op_risk_custom");
    PolicyRules.demandType(
        criteria,
        JsonNodeType.ARRAY,
        "vulnerability_ids",
        "package_versions",
        "allowed_licenses",
        "allow_licenses",
        "banned_licenses");
    PolicyRules.demandType(
        criteria,
        JsonNodeType.BOOLEAN,
        "fix_version_dependant",
        "applicable_cves_only",
        "malicious_package",
        "allow_unknown",
        "multi_license_permissive");
    demandTypesOfRisk(criteria.path("op_risk_custom"));
  }

  private static void demandTypesOfRisk(JsonNode custom) {
    PolicyRules.demandType(
        custom, JsonNodeType.BOOLEAN, "use_and_condition", "use_or_condition", "is_eol");
    PolicyRules.demandType(
        custom,
        JsonNodeType.NUMBER,
        "release_date_greater_than_months",
        "newer_versions_greater_than",
        "release_cadence_per_year_less_than",
        "commits_less_than",
        "committers_less_than");
    PolicyRules.demandType(custom, JsonNodeType.STRING, "risk", "op_risk_min_risk");
  }

  public static boolean allow(String policyType, JsonNode criteria) {
    boolean foreign = OWN.entrySet().stream()
        .filter(own -> !own.getKey().equals(policyType))
        .flatMap(own -> own.getValue().stream())
        .anyMatch(criteria::has);
    if (foreign) {
      return false;
    }
    switch (policyType) {
      case "security":
        return allowSecurity(criteria);
      case "license":
        boolean allowed = criteria.has("allowed_licenses") || criteria.has("allow_licenses");
        return allowed != criteria.has("banned_licenses");
      default:
        return criteria.has("op_risk_min_risk") != criteria.has("op_risk_custom")
            && allowRisk(criteria.path("op_risk_custom"));
    }
  }

  /** Either all signs of a risk are needed, or one of them. */
  private static boolean allowRisk(JsonNode custom) {
    return !custom.path("use_and_condition").asBoolean()
        || !custom.path("use_or_condition").asBoolean();
  }

  /** A selector counts if it is present, even if it is null or empty. */
  private static boolean allowSecurity(JsonNode criteria) {
    boolean malicious = criteria.path("malicious_package").asBoolean();
    boolean packaged = PACKAGE.stream().anyMatch(criteria::has);
    long selectors = SELECTORS.stream().filter(criteria::has).count()
        + Stream.of(malicious, packaged).filter(selected -> selected).count();
    boolean fixDependant = criteria.path("fix_version_dependant").asBoolean();
    return selectors <= 1
        && !(fixDependant && (malicious || packaged))
        && criteria.has("package_name") == criteria.has("package_type");
  }
}
