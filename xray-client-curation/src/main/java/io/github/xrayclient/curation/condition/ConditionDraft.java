package io.github.xrayclient.curation.condition;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.xrayclient.curation.internal.fields.ConditionFields;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.internal.write.DraftFields;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A custom condition that is about to be created. Factories such as {@link #cvssRange} return
 * builders for the known templates, and {@link #named} returns one for any template; values of
 * parameters are JSON, so that newer templates can be filled as well. The JSON form of a draft is
 * the body of the request, and Jackson can read that form; reading throws if it has a field that
 * only the server sets. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: Create Condition"
 */
public final class ConditionDraft {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String name;
  private final String templateId;
  private final List<ParamValue> paramValues;
  private final Map<String, JsonNode> extras; // of the condition that was copied

  private ConditionDraft(
      String name, String templateId, List<ParamValue> paramValues, Map<String, JsonNode> extras) {
    this.extras = extras;
    this.name = name;
    this.templateId = templateId;
    this.paramValues = paramValues;
  }

  /**
   * Returns a builder of a draft for any template, without parameters.
   *
   * @param templateId the id of the template, such as {@code CVEName};
   *     {@link Conditions#templates()} lists them
   * @throws IllegalArgumentException if an argument is blank
   */
  public static Builder named(String name, String templateId) {
    return new Builder(Arguments.text("name", name), templateId, List.of(), Map.of());
  }

  /**
   * Returns a builder of a draft with the name, template and parameters of a condition, which may
   * be built in. Fields that only the server sets are not copied. Fields that this version of the
   * library does not know are copied only if they belong to a parameter.
   *
   * @throws IllegalArgumentException if the condition has no template id, like some built-in
   *     conditions
   */
  public static Builder like(Condition condition) {
    String template = NonBlank.text(
            Objects.requireNonNull(condition, "condition").templateId())
        .orElseThrow(() -> new IllegalArgumentException(
            "condition " + condition.id() + " has no condition_template_id, so it cannot be copied;"
                + " create a condition with ConditionDraft.named(..)"));
    return new Builder(
        condition.name().orElse(""), template, condition.paramValues(), condition.extras());
  }

  @JsonCreator
  static ConditionDraft read(
      @JsonProperty("name") @Nullable String name,
      @JsonProperty("condition_template_id") @Nullable String templateId,
      @JsonProperty("param_values") @Nullable List<ParamValue> paramValues) {
    return new Builder(
            Objects.requireNonNullElse(name, ""),
            Objects.requireNonNullElse(templateId, ""),
            paramValues == null ? List.of() : paramValues,
            Map.of())
        .build();
  }

  /**
   * Matches packages with a CVE whose CVSS score lies in this range.
   *
   * @param from the lowest score, 0 or more, included
   * @param to the highest score, at most 10, included
   * @throws IllegalArgumentException if the range does not lie between 0 and 10, or {@code from} is
   *     greater than {@code to}
   */
  public static Builder cvssRange(String name, double from, double to) {
    if (!(0 <= from && from <= to && to <= 10)) { // also refuses NaN
      throw new IllegalArgumentException(
          "from and to must be between 0 and 10, and from must not be greater than to, but from"
              + " was " + from + " and to was " + to);
    }
    return named(name, "CVECVSSRange")
        .param("vulnerability_cvss_score_range", ParamJson.numbers(from, to));
  }

  /**
   * Matches packages with this CVE, such as {@code CVE-2021-44228}.
   *
   * @throws IllegalArgumentException if an argument is blank
   */
  public static Builder cve(String name, String cve) {
    return named(name, "CVEName").param("cve_name", Arguments.text("cve", cve));
  }

  /**
   * Matches packages that have one of these labels of the catalog.
   *
   * @throws IllegalArgumentException if there is no label, or an argument is blank
   */
  public static Builder bannedLabels(String name, Collection<String> labels) {
    return named(name, "BannedLabels").param("list_of_labels", ParamJson.texts("labels", labels));
  }

  /**
   * Matches packages that have none of these labels of the catalog.
   *
   * @throws IllegalArgumentException if there is no label, or an argument is blank
   */
  public static Builder allowedLabels(String name, Collection<String> labels) {
    return named(name, "AllowedLabels").param("list_of_labels", ParamJson.texts("labels", labels));
  }

  /**
   * Matches packages that have one of these licenses.
   *
   * @throws IllegalArgumentException if there is no license, or an argument is blank
   */
  public static Builder bannedLicenses(String name, Collection<String> licenses) {
    return named(name, "BannedLicenses")
        .param("list_of_package_licenses", ParamJson.texts("licenses", licenses));
  }

  /**
   * Matches packages that have a license other than these.
   *
   * @throws IllegalArgumentException if there is no license, or an argument is blank
   */
  public static Builder allowedLicenses(String name, Collection<String> licenses) {
    return named(name, "AllowedLicenses")
        .param("list_of_package_licenses", ParamJson.texts("licenses", licenses));
  }

  /**
   * Matches packages that were released less than this many days ago.
   *
   * @throws IllegalArgumentException if the number of days is negative, or the name is blank
   */
  public static Builder immature(String name, int days) {
    if (days < 0) {
      throw new IllegalArgumentException("days must not be negative, but was " + days);
    }
    return named(name, "isImmature").param("package_age_days", NODES.numberNode(days));
  }

  /**
   * Matches packages whose OpenSSF scorecard has a lower value than one of these.
   *
   * @param checks the lowest accepted value, 0 to 10, by the name of the check, such as
   *     {@code Code-Review} or {@code Aggregated score}
   * @param blockIfMissing whether packages without the value match, too
   * @throws IllegalArgumentException if there is no check, or a value is not between 0 and 10
   */
  public static Builder openSsf(String name, Map<String, Double> checks, boolean blockIfMissing) {
    return named(name, "OpenSSF")
        .param("list_of_scorecard_checks", ParamJson.scorecardChecks("checks", checks))
        .param("block_in_case_check_value_is_missing", NODES.booleanNode(blockIfMissing));
  }

  /**
   * Matches some versions of one package.
   *
   * @throws IllegalArgumentException if there is no range, or an argument is blank
   */
  public static Builder packageVersions(
      String name, PackageType type, String packageName, VersionRange... versions) {
    ArrayNode ranges = NODES.arrayNode();
    Arguments.some("versions", Arguments.elements("versions", versions))
        .forEach(range -> ranges.add(range.toJson()));
    return named(name, "SpecificVersions")
        .param("package_type", Arguments.word("type", type).wire())
        .param("package_name", Arguments.text("packageName", packageName))
        .param("package_versions", ranges);
  }

  @JsonAnySetter
  void refuse(String field, JsonNode value) {
    DraftFields.refuse("a draft of a condition", field);
  }

  /** The name of the condition. */
  public String name() {
    return name;
  }

  /** The id of the template that the condition is made from. */
  public String templateId() {
    return templateId;
  }

  /** The values of the template's parameters. */
  public List<ParamValue> paramValues() {
    return paramValues;
  }

  /** A builder that begins with the content of this draft. */
  public Builder toBuilder() {
    return new Builder(name, templateId, paramValues, extras);
  }

  /** The body of the request, by wire names. */
  @JsonValue
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    body.put("condition_template_id", templateId);
    body.put("param_values", paramValues);
    ConditionFields.addUnread(body, extras);
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

  /** A builder of {@link ConditionDraft} values. Not thread-safe. */
  public static final class Builder extends ConditionBuilder<Builder> {
    private Builder(
        String name,
        String templateId,
        List<ParamValue> paramValues,
        Map<String, JsonNode> extras) {
      super(name, templateId, paramValues, extras);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Builds the draft.
     *
     * @throws IllegalArgumentException if the condition that {@link ConditionDraft#like} copied has
     *     no name
     */
    public ConditionDraft build() {
      return new ConditionDraft(checkedName(), templateId(), paramValues(), extras());
    }
  }
}
