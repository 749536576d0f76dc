package io.github.xrayclient.diagnostics.internal.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.explanation.AppliedPolicy;
import io.github.xrayclient.diagnostics.explanation.CoveringWatch;
import io.github.xrayclient.diagnostics.explanation.OtherResource;
import io.github.xrayclient.diagnostics.explanation.SetupFinding;
import io.github.xrayclient.value.WireValue;

/** Writes the watches and findings of a set-up as JSON. Unknown values are null. */
public final class SetupJson {
  private SetupJson() {}

  public static ObjectNode of(CoveringWatch watch) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("repository", watch.repository());
    node.put("watch", watch.watch());
    node.put("project", watch.projectKey().orElse(null));
    node.put("active", watch.active().orElse(null));
    node.put("certain", watch.certain());
    node.putObject("resource")
        .put("type", watch.resource().type().wire())
        .put("name", watch.resource().name().orElse(null));
    node.put("text", watch.text());
    ArrayNode policies = node.putArray("policies");
    watch.policies().forEach(policy -> policies.add(of(policy)));
    return node;
  }

  private static ObjectNode of(AppliedPolicy policy) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("policy", policy.policy());
    node.put("type", policy.type().map(WireValue::wire).orElse(null));
    if (policy.readable()) {
      ArrayNode rules = node.putArray("blockingRules");
      policy.blockingRules().forEach(rules::add);
    } else {
      node.putNull("blockingRules");
    }
    return node;
  }

  public static ObjectNode of(OtherResource other) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("watch", other.watch());
    node.put("project", other.projectKey().orElse(null));
    node.putObject("resource")
        .put("type", other.resource().type().wire())
        .put("name", other.resource().name().orElse(null));
    return node.put("text", other.text());
  }

  public static ObjectNode of(SetupFinding finding) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kind", finding.kind().name())
        .put("watch", finding.watch().orElse(null))
        .put("policy", finding.policy().orElse(null))
        .put("rule", finding.rule().orElse(null))
        .put("project", finding.projectKey().orElse(null))
        .put("text", finding.text());
  }
}
