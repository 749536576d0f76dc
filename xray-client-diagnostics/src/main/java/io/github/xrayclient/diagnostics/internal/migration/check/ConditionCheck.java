package io.github.xrayclient.diagnostics.internal.migration.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.condition.VersionRange;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the values of the parameters of a condition that are documented. Templates and other
 * parameters are not checked, since servers add to them.
 */
final class ConditionCheck {
  private static final Set<String> FLAGS = Set.of(
      "apply_only_if_fix_is_available",
      "do_not_apply_for_already_existing_vulnerabilities",
      "block_in_case_check_value_is_missing",
      "multiple_license_permissive_approach");
  private static final Set<String> LISTS = Set.of("list_of_package_licenses", "list_of_labels");
  private static final Set<String> TEXTS = Set.of("cve_name", "package_type", "package_name");
  private static final List<String> EPSS_FIELDS = List.of("score", "percentile");
  private static final int HIGHEST_SCORE = 10;

  private final Findings findings;

  private ConditionCheck(Findings findings) {
    this.findings = findings;
  }

  static void check(JsonNode condition, Findings findings) {
    ConditionCheck check = new ConditionCheck(findings);
    JsonNode params = condition.path("param_values");
    for (int i = 0; i < params.size(); i++) {
      String at = ElementName.of("param_values", params, i) + ".value";
      check.value(at, params.path(i).path("param_id").asText(), params.path(i).path("value"));
    }
  }

  private void value(String at, String id, JsonNode value) {
    if (FLAGS.contains(id) && !value.isBoolean()) {
      findings.wrongType(at, "true or false");
    } else if (TEXTS.contains(id) && (!value.isTextual() || value.asText().isBlank())) {
      findings.wrongType(at, "a text that is not blank");
    } else if (LISTS.contains(id)) {
      texts(at, value);
    } else if (id.equals("package_age_days") && !value.isIntegralNumber()) {
      findings.wrongType(at, "a whole number");
    } else if (id.equals("vulnerability_cvss_score") && !isScore(value)) {
      findings.refused(at, "it must be a number between 0 and 10, but is " + value);
    } else if (id.equals("vulnerability_cvss_score_range")) {
      range(at, value);
    } else if (id.equals("list_of_scorecard_checks")) {
      scorecard(at, value);
    } else if (id.equals("epss")) {
      epss(at, value);
    } else if (id.equals("package_versions") && VersionRange.read(value).isEmpty()) {
      findings.refused(
          at,
          "it must be ranges of versions such as [1.0,2.0), or objects with in, any, gt, gte, lt or"
              + " lte, but is " + value);
    }
  }

  private void texts(String at, JsonNode list) {
    boolean isRight = list.isArray() && !list.isEmpty();
    for (JsonNode element : list) {
      isRight = isRight && element.isTextual() && !element.asText().isBlank();
    }
    if (!isRight) {
      findings.wrongType(at, "a list of texts that are not blank");
    }
  }

  private void range(String at, JsonNode range) {
    boolean isRange = range.isArray()
        && range.size() == 2
        && isScore(range.get(0))
        && isScore(range.get(1))
        && range.get(0).asDouble() <= range.get(1).asDouble();
    if (!isRange) {
      findings.refused(
          at,
          "it must be a list of two numbers between 0 and 10, the lower one first, but is "
              + range);
    }
  }

  private static boolean isScore(JsonNode value) {
    return value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= HIGHEST_SCORE;
  }

  private void scorecard(String at, JsonNode checks) {
    if (!checks.isArray()) {
      findings.wrongType(at, "a list of objects");
    }
    for (int i = 0; checks.isArray() && i < checks.size(); i++) {
      JsonNode check = checks.get(i);
      String path = ElementName.of(at, checks, i);
      similar(path, check, List.of("checkName", "checkValue"));
      if (check.path("checkName").asText().isBlank()) {
        findings.missing(path + ".checkName", "name the check", List.of());
      }
      if (!isScore(check.path("checkValue"))) {
        findings.missing(path + ".checkValue", "set a number between 0 and 10", List.of());
      }
    }
  }

  private void epss(String at, JsonNode epss) {
    similar(at, epss, List.of("field_name", "value"));
    String field = epss.path("field_name").asText();
    if (field.isBlank()) {
      findings.missing(at + ".field_name", "add it", EPSS_FIELDS);
    } else if (!EPSS_FIELDS.contains(field)) {
      findings.unknown(at + ".field_name", field, EPSS_FIELDS);
    }
    if (!epss.path("value").isNumber()) {
      findings.missing(at + ".value", "set a number", List.of());
    }
  }

  private void similar(String at, JsonNode object, List<String> known) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!known.contains(field.getKey())) {
        SimilarName.of(field.getKey(), known)
            .filter(name -> !object.has(name))
            .ifPresent(name -> findings.misspelled(at, field.getKey(), name));
      }
    }
  }
}
