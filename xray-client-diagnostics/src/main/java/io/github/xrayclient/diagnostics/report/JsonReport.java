package io.github.xrayclient.diagnostics.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.value.WireValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes explanations as JSON objects: {@code schema} 1, {@code kind}, {@code repository}, {@code path},
 * {@code causes}, {@code ruledOut}, {@code notChecked}, {@code nextSteps}, and {@code curation} for
 * a refusal by Curation, in which {@code findings}, a policy's {@code id} and a {@code waiverRequest}
 * stand if there are any. Every other field that is not known is null.
 */
public final class JsonReport {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonReport() {}

  /** Writes the explanations as JSON lines: one object on each line. */
  public static String of(List<BlockExplanation> explanations) {
    // Only strings hold characters that a terminal would obey; escaped, they are the same strings.
    return explanations.stream()
        .map(explanation -> VisibleText.oneLine(of(explanation).toString()) + "\n")
        .collect(Collectors.joining());
  }

  /** Writes one explanation as a tree; its {@code toString()} is JSON on one line. */
  public static ObjectNode of(BlockExplanation explanation) {
    ObjectNode report = NODES.objectNode();
    report.put("schema", 1);
    report.put("kind", explanation.kind().map(Enum::name).orElse(null));
    report.put("repository", explanation.repository().orElse(null));
    report.put("path", explanation.path().orElse(null));
    ArrayNode causes = report.putArray("causes");
    explanation.causes().forEach(cause -> causes.add(cause(cause)));
    ArrayNode ruledOut = report.putArray("ruledOut");
    explanation.ruledOut().forEach(watch -> ruledOut.add(ruledOut(watch)));
    explanation.curation().ifPresent(refusal -> report.set("curation", curation(refusal)));
    report.set("notChecked", texts(explanation.notChecked()));
    report.set("nextSteps", texts(explanation.nextSteps()));
    return report;
  }

  private static JsonNode cause(BlockCause cause) {
    ObjectNode node = NODES.objectNode();
    node.put("verdict", cause.verdict().name());
    node.put("watch", cause.watch());
    node.put("policy", cause.policy());
    node.put("policyType", cause.policyType().map(WireValue::wire).orElse(null));
    node.put("rule", cause.rule().orElse(null));
    node.put("trigger", cause.trigger().map(Enum::name).orElse(null));
    ObjectNode resource = node.putObject("resource");
    resource.put("type", cause.resource().type().wire());
    resource.put("name", cause.resource().name().orElse(null));
    node.put("reason", cause.reason());
    return node;
  }

  private static JsonNode ruledOut(RuledOut watch) {
    ObjectNode node = NODES.objectNode();
    node.put("watch", watch.watch());
    node.put("policy", watch.policy().orElse(null));
    node.put("rule", watch.rule().orElse(null));
    node.put("reason", watch.reason());
    return node;
  }

  private static JsonNode curation(CurationRefusal refusal) {
    ObjectNode node = NODES.objectNode();
    node.put("package", refusal.packageName().orElse(null));
    node.put("version", refusal.packageVersion().orElse(null));
    node.put("waiversAllowed", refusal.waiversAllowed());
    ArrayNode policies = node.putArray("policies");
    for (ViolatedPolicy violated : refusal.policies()) {
      ObjectNode policy = policies.addObject();
      policy.put("policy", violated.policy());
      put(policy, "condition", violated.condition());
      put(policy, "explanation", violated.explanation());
      put(policy, "recommendation", violated.recommendation());
      violated.policyId().ifPresent(id -> policy.put("id", id.wire()));
      putFindings(policy, violated.findings());
    }
    putFindings(node, refusal.findings());
    refusal
        .waiverRequest()
        .ifPresent(draft -> node.set("waiverRequest", Json.MAPPER.valueToTree(draft)));
    return node;
  }

  private static void putFindings(ObjectNode node, List<String> findings) {
    if (!findings.isEmpty()) {
      node.set("findings", texts(findings));
    }
  }

  private static void put(ObjectNode node, String name, Optional<String> value) {
    node.put(name, value.orElse(null));
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode array = NODES.arrayNode();
    texts.forEach(array::add);
    return array;
  }
}
