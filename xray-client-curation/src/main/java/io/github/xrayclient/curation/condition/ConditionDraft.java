package io.github.xrayclient.curation.condition;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.xrayclient.curation.internal.fields.ConditionFields;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.write.TreeDiff;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A condition that does not exist yet, or the content of an update of one. Factories stand for the
 * known templates; {@link #of} takes any. Parameter values are JSON, so that a newer template can be
 * filled as well. Immutable and thread-safe: each method returns a changed copy.
 *
 * @see "JFrog REST APIs: Create Condition"
 */
public final class ConditionDraft {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String name;
  private final String templateId;
  private final Map<String, ParamValue> values;

  private ConditionDraft(String name, String templateId, Map<String, ParamValue> values) {
    this.name = Arguments.text("name", name);
    this.templateId = Arguments.text("template id", templateId);
    this.values = values;
  }

  /** A condition of any template, without parameters yet. */
  public static ConditionDraft of(String name, String templateId) {
    return new ConditionDraft(name, templateId, Map.of());
  }

  /**
   * The content of a custom condition, to change it.
   *
   * @throws IllegalArgumentException for a built-in condition, which cannot be changed
   */
  public static ConditionDraft of(Condition condition) {
    if (!condition.custom().orElse(true) || condition.templateId().isEmpty()) {
      throw new IllegalArgumentException(
          "condition " + condition.id() + " is built in and cannot be changed; create one like it");
    }
    Map<String, ParamValue> values = new LinkedHashMap<>();
    condition.paramValues().forEach(param -> values.put(param.paramId(), param));
    return new ConditionDraft(
        condition.name().orElse(""), condition.templateId().get(), values);
  }

  /** Packages with a CVE of a CVSS score in this range, 0 to 10, both ends included. */
  public static ConditionDraft cvssRange(String name, double from, double to) {
    if (!(0 <= from && from <= to && to <= 10)) {
      throw new IllegalArgumentException(
          "the range must lie in 0 to 10 and not end before it begins: " + from + " to " + to);
    }
    ArrayNode range = NODES.arrayNode().add(number(from)).add(number(to));
    return of(name, "CVECVSSRange").with("vulnerability_cvss_score_range", range);
  }

  /** Packages with this CVE. */
  public static ConditionDraft cve(String name, String cve) {
    return of(name, "CVEName").with("cve_name", Arguments.text("cve", cve));
  }

  /** Packages that carry one of these labels of the catalog. */
  public static ConditionDraft bannedLabels(String name, List<String> labels) {
    return of(name, "BannedLabels").withTexts("list_of_labels", labels);
  }

  /** Packages that carry none of these labels of the catalog. */
  public static ConditionDraft allowedLabels(String name, List<String> labels) {
    return of(name, "AllowedLabels").withTexts("list_of_labels", labels);
  }

  /** Packages of one of these licenses. */
  public static ConditionDraft bannedLicenses(String name, List<String> licenses) {
    return of(name, "BannedLicenses").withTexts("list_of_package_licenses", licenses);
  }

  /** Packages of no license but these. */
  public static ConditionDraft allowedLicenses(String name, List<String> licenses) {
    return of(name, "AllowedLicenses").withTexts("list_of_package_licenses", licenses);
  }

  /** Packages younger than this many days. */
  public static ConditionDraft immature(String name, int days) {
    if (days < 0) {
      throw new IllegalArgumentException("days must be 0 or more, but was " + days);
    }
    return of(name, "isImmature").with("package_age_days", NODES.numberNode(days));
  }

  /** Packages whose scorecard has less than a value; the checks are named as OpenSSF names them. */
  public static ConditionDraft openSsf(
      String name, Map<String, Double> checks, boolean blockIfMissing) {
    ArrayNode list = NODES.arrayNode();
    Arguments.some("checks", new ArrayList<>(checks.entrySet()))
        .forEach(check -> list.addObject()
            .put("checkName", Arguments.text("checks", check.getKey()))
            .set("checkValue", score(check.getKey(), check.getValue())));
    return of(name, "OpenSSF")
        .with("list_of_scorecard_checks", list)
        .with("block_in_case_check_value_is_missing", NODES.booleanNode(blockIfMissing));
  }

  /** Some versions of one package. */
  public static ConditionDraft packageVersions(
      String name, PackageType type, String packageName, VersionRange... versions) {
    ArrayNode ranges = NODES.arrayNode();
    Arguments.some("versions", List.of(versions)).forEach(range -> ranges.add(range.toJson()));
    return of(name, "SpecificVersions")
        .with("package_type", Arguments.word("type", type).wire())
        .with("package_name", Arguments.text("package name", packageName))
        .with("package_versions", ranges);
  }

  /** A copy of this condition that covers only packages for which a fix exists. */
  public ConditionDraft onlyIfFixAvailable() {
    return with("apply_only_if_fix_is_available", NODES.booleanNode(true));
  }

  /** A copy of this condition without vulnerabilities that are known already. */
  public ConditionDraft notForExistingVulnerabilities() {
    return with("do_not_apply_for_already_existing_vulnerabilities", NODES.booleanNode(true));
  }

  /** A copy of this condition to which one fitting license of several is enough. */
  public ConditionDraft permissiveWithSeveralLicenses() {
    return with("multiple_license_permissive_approach", NODES.booleanNode(true));
  }

  /** A copy of this condition with another name. */
  public ConditionDraft withName(String other) {
    return new ConditionDraft(other, templateId, values);
  }

  /** A copy of this condition with a parameter, which replaces an earlier value. */
  public ConditionDraft with(String paramId, JsonNode value) {
    Map<String, ParamValue> changed = new LinkedHashMap<>(values);
    changed.put(
        paramId,
        ParamValue.builder()
            .paramId(Arguments.text("param id", paramId))
            .value(value.<JsonNode>deepCopy())
            .build());
    return new ConditionDraft(name, templateId, changed);
  }

  /** A copy of this condition with a parameter that is a text. */
  public ConditionDraft with(String paramId, String text) {
    return with(paramId, NODES.textNode(text));
  }

  /** A copy of this condition without a parameter. */
  public ConditionDraft without(String paramId) {
    Map<String, ParamValue> changed = new LinkedHashMap<>(values);
    changed.remove(paramId);
    return new ConditionDraft(name, templateId, changed);
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** What is sent, by wire names. */
  @JsonValue
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    body.put("condition_template_id", templateId);
    body.put("param_values", List.copyOf(values.values()));
    return body;
  }

  @Override
  public String toString() {
    return "ConditionDraft(" + name + ", " + templateId + ")";
  }

  private ConditionDraft withTexts(String paramId, List<String> texts) {
    ArrayNode list = NODES.arrayNode();
    Arguments.some(paramId, Arguments.texts(paramId, texts)).forEach(list::add);
    return with(paramId, list);
  }

  boolean isContentOf(Condition condition) {
    return condition.custom().orElse(true)
        && condition.templateId().isPresent()
        && TreeDiff.between(
                ConditionFields.FIELDS,
                Json.MAPPER.valueToTree(this),
                Json.MAPPER.valueToTree(of(condition)))
            .isEmpty();
  }

  private static JsonNode score(String check, double value) {
    if (!(0 <= value && value <= 10)) {
      throw new IllegalArgumentException("checks: " + check + " must be 0 to 10, but was " + value);
    }
    return value == Math.rint(value) ? NODES.numberNode((int) value) : number(value);
  }

  private static JsonNode number(double value) {
    return DecimalNode.valueOf(BigDecimal.valueOf(value));
  }
}
