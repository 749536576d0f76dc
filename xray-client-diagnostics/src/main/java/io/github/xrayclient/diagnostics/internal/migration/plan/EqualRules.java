package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.IgnoreRuleNames;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the ignore rules of the target with the same notes and filters as a new one. */
public final class EqualRules {
  private final Map<List<String>, List<String>> ids = new HashMap<>();

  public EqualRules(ServerState target) {
    target.objects().forEach((key, rule) -> {
      if (key.kind() == ObjectKind.IGNORE_RULES) {
        ids.computeIfAbsent(likeness(key, rule.content()), absent -> new ArrayList<>())
            .add(rule.id());
      }
    });
  }

  /** The ids of these rules; empty for an object of another kind. */
  public List<String> of(ObjectKey key, ObjectNode content) {
    return key.kind() == ObjectKind.IGNORE_RULES
        ? ids.getOrDefault(likeness(key, content), List.of())
        : List.of();
  }

  private static List<String> likeness(ObjectKey key, ObjectNode content) {
    return List.of(key.projectKey().orElse(""), IgnoreRuleNames.name(content));
  }
}
