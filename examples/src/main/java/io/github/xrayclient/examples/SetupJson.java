package io.github.xrayclient.examples;

import io.github.xrayclient.diagnostics.explanation.AppliedPolicy;
import io.github.xrayclient.diagnostics.explanation.CoveringWatch;
import io.github.xrayclient.diagnostics.explanation.SetupFinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said of a set-up, as fields of a JSON line; what is not known is null. */
final class SetupJson {
  private SetupJson() {}

  static Map<String, Object> of(CoveringWatch watch) {
    List<Object> policies = new ArrayList<>();
    watch.policies().forEach(policy -> policies.add(of(policy)));
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("type", watch.resource().type());
    resource.put("name", watch.resource().name().orElse(null));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("repository", watch.repository());
    fields.put("watch", watch.watch());
    fields.put("project", watch.projectKey().orElse(null));
    fields.put("active", watch.active().orElse(null));
    fields.put("certain", watch.certain());
    fields.put("resource", resource);
    fields.put("text", watch.text());
    fields.put("policies", policies);
    return fields;
  }

  static Map<String, Object> of(SetupFinding finding) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", finding.kind());
    fields.put("watch", finding.watch().orElse(null));
    fields.put("policy", finding.policy().orElse(null));
    fields.put("rule", finding.rule().orElse(null));
    fields.put("project", finding.projectKey().orElse(null));
    fields.put("text", finding.text());
    return fields;
  }

  private static Map<String, Object> of(AppliedPolicy policy) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("policy", policy.policy());
    fields.put("type", policy.type().orElse(null));
    fields.put("blockingRules", policy.readable() ? policy.blockingRules() : null);
    return fields;
  }
}
