package io.github.xrayclient.diagnostics.internal.report;

import static io.github.xrayclient.diagnostics.internal.report.JsonFields.array;
import static io.github.xrayclient.diagnostics.internal.report.JsonFields.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationFinding;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.DownloadTool;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import io.github.xrayclient.internal.json.Json;
import java.util.List;
import java.util.Optional;

/** The JSON form of what a text tells about a refused download. */
public final class RefusalJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RefusalJson() {}

  public static void putRequest(ObjectNode report, Optional<BlockedDownload> refusal) {
    put(report, "kind", refusal.map(BlockedDownload::kind).map(Enum::name));
    put(report, "address", refusal.flatMap(BlockedDownload::address));
    report.put("status", refusal.flatMap(BlockedDownload::status).orElse(null));
    report.put("count", refusal.flatMap(BlockedDownload::count).orElse(null));
    report.put("line", refusal.flatMap(BlockedDownload::line).orElse(null));
  }

  public static JsonNode tool(DownloadTool tool) {
    ObjectNode node = NODES.objectNode().put("name", tool.name());
    node.put("showsAnswer", tool.showsAnswer());
    put(node, "option", tool.option());
    return node.put("hint", tool.hint());
  }

  public static JsonNode curation(Optional<CurationRefusal> refusal) {
    return refusal.map(RefusalJson::curation).orElse(NODES.nullNode());
  }

  private static JsonNode curation(CurationRefusal refusal) {
    ObjectNode node = NODES.objectNode();
    put(node, "package", refusal.packageName());
    put(node, "version", refusal.packageVersion());
    node.put("waiversAllowed", refusal.waiversAllowed());
    node.put("reason", refusal.reason().name());
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

  private static void putFindings(ObjectNode node, List<CurationFinding> findings) {
    if (!findings.isEmpty()) {
      node.set("findings", array(findings, RefusalJson::finding));
    }
  }

  private static JsonNode finding(CurationFinding finding) {
    return NODES.objectNode().put("kind", finding.kind().name()).put("text", finding.text());
  }
}
