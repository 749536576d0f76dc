package io.github.xrayclient.testing.internal.ignorerule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.policy.PolicyRules;
import io.github.xrayclient.testing.internal.store.Timestamps;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.List;

/** Checks an ignore rule in a request as the server does. */
public final class IgnoreRuleRules {
  private static final List<String> SERVER_SET =
      List.of("id", "author", "created", "is_expired", "deleted_by", "deleted_at", "project_key");
  private static final List<String> LISTS = List.of(
      "vulnerabilities",
      "cves",
      "licenses",
      "policies",
      "watches",
      "projects",
      "operational_risk",
      "git_repositories",
      "components",
      "artifacts",
      "builds",
      "release-bundles",
      "release_bundles",
      "release_bundles_v2",
      "docker-layers",
      "docker_layers");

  private IgnoreRuleRules() {}

  /** Returns the body if the server accepts it. */
  public static ObjectNode read(Call call) {
    ObjectNode body = call.body(400, PolicyRules.UNPARSABLE);
    for (String member : SERVER_SET) {
      if (body.has(member)) {
        throw invalid(member + " cannot be set");
      }
    }
    demand(JsonNodeType.STRING, body, List.of("notes", "expires_at"));
    demand(JsonNodeType.OBJECT, body, List.of("ignore_filters"));
    JsonNode filters = body.path("ignore_filters");
    demand(JsonNodeType.ARRAY, filters, LISTS);
    demand(JsonNodeType.OBJECT, filters, List.of("exposures", "sast"));
    if (Trees.text(body, "notes").isBlank()) {
      throw invalid("notes is required");
    }
    if (filters.properties().stream().allMatch(filter -> Trees.isEmpty(filter.getValue()))) {
      throw invalid("ignore_filters needs at least one filter");
    }
    String end = Trees.text(body, "expires_at");
    if (!end.isEmpty() && Timestamps.parse(end).isEmpty()) {
      throw invalid("expires_at must be a time, but was " + end);
    }
    return body;
  }

  private static void demand(JsonNodeType type, JsonNode object, List<String> members) {
    Trees.wronglyTyped(object, type, members).ifPresent(member -> {
      throw invalid(member + " must be of JSON type " + type);
    });
  }

  private static Refusal invalid(String reason) {
    return Refusal.error(400, "Invalid ignore rule: " + reason);
  }
}
