package io.github.xrayclient.curation.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.write.UnreadList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The methods that the builders of drafts and of updates share; {@code B} is the type of the
 * builder.
 */
abstract class ConditionBuilder<B> {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String PARAMS = "param_values";

  private final String templateId;
  private final Map<String, ParamValue> values = new LinkedHashMap<>();
  private final Map<String, JsonNode> extras;
  private String name;

  ConditionBuilder(
      String name, String templateId, List<ParamValue> values, Map<String, JsonNode> extras) {
    this.extras = UnreadList.withoutIfSet(PARAMS, values, extras);
    this.name = name;
    this.templateId = Arguments.text("templateId", templateId);
    values.forEach(value -> this.values.put(value.paramId(), value));
  }

  abstract B self();

  /**
   * Sets the name of the condition.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public B name(String name) {
    this.name = Arguments.text("name", name);
    return self();
  }

  /**
   * Sets the value of a parameter, and replaces an earlier value.
   *
   * @throws IllegalArgumentException if the id of the parameter is blank
   */
  public B param(String paramId, JsonNode value) {
    Objects.requireNonNull(value, "value");
    refuseUnread();
    values.put(
        Arguments.text("paramId", paramId),
        ParamValue.builder().paramId(paramId).value(value.<JsonNode>deepCopy()).build());
    return self();
  }

  /**
   * Sets the value of a parameter that is a text, and replaces an earlier value.
   *
   * @throws IllegalArgumentException if the id of the parameter is blank
   */
  public B param(String paramId, String text) {
    return param(paramId, NODES.textNode(Objects.requireNonNull(text, "text")));
  }

  /** Removes a parameter. Nothing changes if it is not set. */
  public B withoutParam(String paramId) {
    Objects.requireNonNull(paramId, "paramId");
    refuseUnread();
    values.remove(paramId);
    return self();
  }

  /** Makes the condition match only vulnerabilities that have a fixed version. */
  public B onlyIfFixAvailable() {
    return param("apply_only_if_fix_is_available", NODES.booleanNode(true));
  }

  /** Makes the condition match only vulnerabilities that were not known before. */
  public B notForExistingVulnerabilities() {
    return param("do_not_apply_for_already_existing_vulnerabilities", NODES.booleanNode(true));
  }

  /** Makes one allowed license enough for a package that has several licenses. */
  public B permissiveWithSeveralLicenses() {
    return param("multiple_license_permissive_approach", NODES.booleanNode(true));
  }

  private void refuseUnread() {
    UnreadList.refuse("condition \"" + name + "\"", PARAMS, extras, "toBuilder().paramValues(..)");
  }

  final String checkedName() {
    return Arguments.text("name", name);
  }

  /** The extras of the condition that was read; empty for a new condition. */
  final Map<String, JsonNode> extras() {
    return extras;
  }

  final String templateId() {
    return templateId;
  }

  final List<ParamValue> paramValues() {
    return List.copyOf(values.values());
  }
}
