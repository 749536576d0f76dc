package io.github.xrayclient.testing.internal.curation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks a condition in a request as the server does. */
public final class ConditionRules {
  private static final List<String> SERVER_SET = List.of(
      "id",
      "is_custom",
      "created_by",
      "updated_by",
      "created_at",
      "updated_at",
      "risk_type",
      "supported_pkg_types",
      "on_demand");

  private final JsonStore templates;

  public ConditionRules(JsonStore templates) {
    this.templates = templates;
  }

  public static ObjectNode read(Call call) {
    return call.body(400, "failed to parse request body");
  }

  public static Refusal invalid(String reason) {
    return Refusal.error(400, "condition is invalid: " + reason);
  }

  /**
   * Checks a condition. Its parameters are compared with its template only if the server has
   * templates.
   */
  public void check(ObjectNode condition) {
    for (String member : SERVER_SET) {
      if (condition.has(member)) {
        throw invalid(member + " cannot be set");
      }
    }
    for (String member : List.of("name", "condition_template_id")) {
      if (!condition.path(member).isTextual()
          || condition.path(member).textValue().isBlank()) {
        throw invalid(member + " is required");
      }
    }
    Set<String> given = parameters(condition.path("param_values"));
    if (!templates.all().isEmpty()) {
      checkParameters(condition.path("condition_template_id").textValue(), given);
    }
  }

  private static Set<String> parameters(JsonNode values) {
    if (!values.isArray()) {
      throw invalid("param_values is required");
    }
    Set<String> given = new HashSet<>();
    for (JsonNode value : values) {
      if (!value.path("param_id").isTextual() || Trees.isAbsent(value.path("value"))) {
        throw invalid("each of param_values needs a param_id and a value");
      }
      if (!given.add(value.path("param_id").textValue())) {
        throw invalid("parameter " + value.path("param_id").textValue() + " occurs twice");
      }
    }
    return given;
  }

  private void checkParameters(String templateId, Set<String> given) {
    ObjectNode template = templates
        .find(templateId)
        .orElseThrow(() -> invalid("condition template " + templateId + " does not exist"));
    Set<String> unknown = new HashSet<>(given);
    for (JsonNode parameter : template.path("params")) {
      String id = Trees.text(parameter, "param_id");
      unknown.remove(id);
      if (!parameter.path("is_optional").asBoolean() && !given.contains(id)) {
        throw invalid("parameter " + id + " is required");
      }
    }
    if (!unknown.isEmpty()) {
      throw invalid(
          "template " + templateId + " has no parameter " + unknown.iterator().next());
    }
  }
}
