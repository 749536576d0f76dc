package io.github.xrayclient.curation.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.xrayclient.internal.call.Arguments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What builders of the content of a condition have in common; {@code B} is the builder itself. */
abstract class ConditionBuilder<B> {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String templateId;
  private final Map<String, ParamValue> values = new LinkedHashMap<>();
  private String name;

  ConditionBuilder(String name, String templateId, List<ParamValue> values) {
    this.name = name;
    this.templateId = Arguments.text("template id", templateId);
    values.forEach(value -> this.values.put(value.paramId(), value));
  }

  abstract B self();

  /** Gives the condition another name. */
  public B name(String name) {
    this.name = Arguments.text("name", name);
    return self();
  }

  /** Sets a parameter, which replaces an earlier value. */
  public B param(String paramId, JsonNode value) {
    values.put(
        paramId,
        ParamValue.builder()
            .paramId(Arguments.text("param id", paramId))
            .value(value.<JsonNode>deepCopy())
            .build());
    return self();
  }

  /** Sets a parameter that is a text, which replaces an earlier value. */
  public B param(String paramId, String text) {
    return param(paramId, NODES.textNode(text));
  }

  /** Leaves a parameter out. */
  public B withoutParam(String paramId) {
    values.remove(paramId);
    return self();
  }

  /** Covers only packages for which a fix exists. */
  public B onlyIfFixAvailable() {
    return param("apply_only_if_fix_is_available", NODES.booleanNode(true));
  }

  /** Does not cover vulnerabilities that are known already. */
  public B notForExistingVulnerabilities() {
    return param("do_not_apply_for_already_existing_vulnerabilities", NODES.booleanNode(true));
  }

  /** Accepts a package of several licenses if one of them fits. */
  public B permissiveWithSeveralLicenses() {
    return param("multiple_license_permissive_approach", NODES.booleanNode(true));
  }

  final String checkedName() {
    return Arguments.text("name", name);
  }

  final String templateId() {
    return templateId;
  }

  final List<ParamValue> paramValues() {
    return List.copyOf(values.values());
  }
}
