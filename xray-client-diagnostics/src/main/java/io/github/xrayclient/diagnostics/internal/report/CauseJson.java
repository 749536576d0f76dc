package io.github.xrayclient.diagnostics.internal.report;

import static io.github.xrayclient.diagnostics.internal.report.JsonFields.array;
import static io.github.xrayclient.diagnostics.internal.report.JsonFields.put;
import static io.github.xrayclient.diagnostics.internal.report.JsonFields.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.value.WireValue;
import java.util.List;
import java.util.stream.Collectors;

/** The JSON form of a cause, with its violations and their ignore rules. */
public final class CauseJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private CauseJson() {}

  public static JsonNode of(BlockCause cause, BlockExplanation explanation) {
    ObjectNode node = NODES.objectNode();
    node.put("verdict", cause.verdict().name());
    node.put("watch", cause.watch());
    put(node, "watchProject", cause.watchProject());
    node.put("policy", cause.policy());
    put(node, "policyType", cause.policyType().map(WireValue::wire));
    put(node, "rule", cause.rule());
    put(node, "criteria", cause.criteriaInWords());
    put(node, "trigger", cause.trigger().map(Enum::name));
    ObjectNode resource = node.putObject("resource");
    resource.put("type", cause.resource().type().wire());
    put(resource, "name", cause.resource().name());
    put(node, "member", cause.member());
    node.put("reason", cause.reason());
    node.put("violationCount", cause.violationCount().orElse(null));
    node.set(
        "violations",
        array(cause.violations(), violation -> violation(violation, cause, explanation)));
    return node;
  }

  private static JsonNode violation(
      BlockingViolation violation, BlockCause cause, BlockExplanation explanation) {
    ObjectNode node = NODES.objectNode();
    put(node, "id", violation.id());
    node.set("cves", texts(violation.cves()));
    List<String> components =
        violation.components().stream().map(WireValue::wire).collect(Collectors.toList());
    put(node, "component", components.stream().findFirst());
    node.set("components", texts(components));
    put(node, "severity", violation.severity().map(WireValue::wire));
    node.set("fixVersions", texts(violation.fixVersions()));
    put(node, "foundAt", violation.foundAt().map(Timestamp::wire));
    put(node, "url", violation.url());
    node.set(
        "ignoreRule",
        IgnoreRuleForm.of(violation, cause, explanation)
            .<JsonNode>map(Json.MAPPER::valueToTree)
            .orElse(NODES.nullNode()));
    return node;
  }
}
