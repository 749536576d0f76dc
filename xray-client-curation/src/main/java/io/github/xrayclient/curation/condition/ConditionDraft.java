package io.github.xrayclient.curation.condition;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.write.DraftFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A condition that does not exist yet. {@link #named} begins one of any template, and Jackson can read
 * one from its JSON form, which is the body that is sent; a field that cannot be sent is refused. Factories such as {@link #cvssRange} stand
 * for the known templates and return a finished draft; {@link #toBuilder} changes it. Values of
 * parameters are JSON, so that a newer template can be filled as well. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: Create Condition"
 */
public final class ConditionDraft {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String name;
  private final String templateId;
  private final List<ParamValue> paramValues;

  private ConditionDraft(String name, String templateId, List<ParamValue> paramValues) {
    this.name = name;
    this.templateId = templateId;
    this.paramValues = paramValues;
  }

  /**
   * Begins a condition of any template, without parameters yet.
   *
   * @throws IllegalArgumentException if an argument is blank
   */
  public static Builder named(String name, String templateId) {
    return new Builder(Arguments.text("name", name), templateId, List.of());
  }

  /**
   * Begins a condition like one that exists, built in or not: with its name, template and parameters.
   * What the server sets, and fields that this version of the library does not know, are not copied,
   * apart from such fields of a parameter.
   *
   * @throws IllegalArgumentException if the server did not say the template
   */
  public static Builder like(Condition condition) {
    String template = condition
        .templateId()
        .orElseThrow(() -> new IllegalArgumentException(
            "condition " + condition.id() + " has no condition_template_id and cannot be copied"));
    return new Builder(condition.name().orElse(""), template, condition.paramValues());
  }

  @JsonCreator
  static ConditionDraft read(
      @JsonProperty("name") @Nullable String name,
      @JsonProperty("condition_template_id") @Nullable String templateId,
      @JsonProperty("param_values") @Nullable List<ParamValue> paramValues) {
    return new Builder(
            Objects.requireNonNullElse(name, ""),
            Objects.requireNonNullElse(templateId, ""),
            paramValues == null ? List.of() : paramValues)
        .build();
  }

  /** Packages with a CVE of a CVSS score in this range, 0 to 10, both ends included. */
  public static Builder cvssRange(String name, double from, double to) {
    if (!(0 <= from && from <= to && to <= 10)) {
      throw new IllegalArgumentException(
          "the range must lie in 0 to 10 and not end before it begins: " + from + " to " + to);
    }
    ArrayNode range = NODES.arrayNode().add(number(from)).add(number(to));
    return named(name, "CVECVSSRange").param("vulnerability_cvss_score_range", range);
  }

  /** Packages with this CVE. */
  public static Builder cve(String name, String cve) {
    return named(name, "CVEName").param("cve_name", Arguments.text("cve", cve));
  }

  /** Packages that carry one of these labels of the catalog. */
  public static Builder bannedLabels(String name, Collection<String> labels) {
    return named(name, "BannedLabels").param("list_of_labels", texts("list_of_labels", labels));
  }

  /** Packages that carry none of these labels of the catalog. */
  public static Builder allowedLabels(String name, Collection<String> labels) {
    return named(name, "AllowedLabels").param("list_of_labels", texts("list_of_labels", labels));
  }

  /** Packages of one of these licenses. */
  public static Builder bannedLicenses(String name, Collection<String> licenses) {
    return named(name, "BannedLicenses")
        .param("list_of_package_licenses", texts("list_of_package_licenses", licenses));
  }

  /** Packages of no license but these. */
  public static Builder allowedLicenses(String name, Collection<String> licenses) {
    return named(name, "AllowedLicenses")
        .param("list_of_package_licenses", texts("list_of_package_licenses", licenses));
  }

  /** Packages younger than this many days. */
  public static Builder immature(String name, int days) {
    if (days < 0) {
      throw new IllegalArgumentException("days must be 0 or more, but was " + days);
    }
    return named(name, "isImmature").param("package_age_days", NODES.numberNode(days));
  }

  /** Packages whose scorecard has less than a value; the checks are named as OpenSSF names them. */
  public static Builder openSsf(String name, Map<String, Double> checks, boolean blockIfMissing) {
    ArrayNode list = NODES.arrayNode();
    Arguments.some("checks", new ArrayList<>(checks.entrySet()))
        .forEach(check -> list.addObject()
            .put("checkName", Arguments.text("checks", check.getKey()))
            .set("checkValue", score(check.getKey(), check.getValue())));
    return named(name, "OpenSSF")
        .param("list_of_scorecard_checks", list)
        .param("block_in_case_check_value_is_missing", NODES.booleanNode(blockIfMissing));
  }

  /** Some versions of one package. */
  public static Builder packageVersions(
      String name, PackageType type, String packageName, VersionRange... versions) {
    ArrayNode ranges = NODES.arrayNode();
    Arguments.some("versions", List.of(versions)).forEach(range -> ranges.add(range.toJson()));
    return named(name, "SpecificVersions")
        .param("package_type", Arguments.word("type", type).wire())
        .param("package_name", Arguments.text("package name", packageName))
        .param("package_versions", ranges);
  }

  @JsonAnySetter
  void refuse(String field, JsonNode value) {
    DraftFields.refuse("a draft of a condition", field);
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** The template that the condition is made of. */
  public String templateId() {
    return templateId;
  }

  /** The parameters that fill the template. */
  public List<ParamValue> paramValues() {
    return paramValues;
  }

  /** A builder that begins with this draft. */
  public Builder toBuilder() {
    return new Builder(name, templateId, paramValues);
  }

  /** What is sent, by wire names. */
  @JsonValue
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    body.put("condition_template_id", templateId);
    body.put("param_values", paramValues);
    return body;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ConditionDraft && body().equals(((ConditionDraft) other).body());
  }

  @Override
  public int hashCode() {
    return body().hashCode();
  }

  @Override
  public String toString() {
    return "ConditionDraft" + body();
  }

  private static ArrayNode texts(String paramId, Collection<String> texts) {
    ArrayNode list = NODES.arrayNode();
    Arguments.some(paramId, Arguments.texts(paramId, List.copyOf(texts))).forEach(list::add);
    return list;
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

  /** Collects the content. Not thread-safe. */
  public static final class Builder extends ConditionBuilder<Builder> {
    private Builder(String name, String templateId, List<ParamValue> paramValues) {
      super(name, templateId, paramValues);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Finishes the draft.
     *
     * @throws IllegalArgumentException if the condition that {@link ConditionDraft#like} copied has no
     *     name
     */
    public ConditionDraft build() {
      return new ConditionDraft(checkedName(), templateId(), paramValues());
    }
  }
}
