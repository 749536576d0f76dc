package io.github.xrayclient.testing.internal.ignorerule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.store.Timestamps;
import io.github.xrayclient.testing.internal.store.Trees;
import java.time.Instant;
import java.util.List;

/** Checks an ignore rule in a request as the server does. */
public final class IgnoreRuleRules {
  private static final String ANY = "any";
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
      "docker_layers",
      "repositories");
  private static final List<String> OBJECTIVES =
      List.of("vulnerabilities", "cves", "licenses", "operational_risk", "exposures", "sast");
  private static final List<List<String>> EXCLUSIONS = List.of(
      List.of("vulnerabilities", "licenses"),
      List.of("vulnerabilities", "operational_risk"),
      List.of("cves", "licenses"),
      List.of("cves", "operational_risk"),
      List.of("licenses", "operational_risk"),
      List.of("cves", "exposures"),
      List.of("cves", "sast"),
      List.of("exposures", "sast"));
  private static final String BUILD_WITHOUT_PROJECT = "ignore rule validation error: failed"
      + " validating source filter\n --- at /src/ignore_filters.go:158 (validate) ---\nCaused by:"
      + " build ignore filter with no project is allowed only for global ignore rule without project"
      + " filters";

  private IgnoreRuleRules() {}

  /**
   * Returns the body if the server accepts it.
   *
   * @param now the time that an expiry must be after
   */
  public static ObjectNode read(Call call, Instant now) {
    ObjectNode body = call.body(400, "Failed to parse ignore rule");
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
    String end = Trees.text(body, "expires_at");
    if (!end.isEmpty() && !isAfter(now, end)) {
      throw invalid("expires_at must be a time in the future, but was " + end);
    }
    objective(filters);
    boolean global = call.project().isEmpty() && Trees.isEmpty(filters.path("projects"));
    for (JsonNode build : filters.path("builds")) {
      if (!global && Trees.isEmpty(build.path("project"))) {
        throw Refusal.error(400, BUILD_WITHOUT_PROJECT);
      }
    }
    return body;
  }

  private static boolean isAfter(Instant now, String text) {
    return Timestamps.parse(text).filter(now::isBefore).isPresent();
  }

  private static void objective(JsonNode filters) {
    if (OBJECTIVES.stream().allMatch(name -> Trees.isEmpty(filters.path(name)))) {
      throw invalid("ignore_filters needs at least one filter of " + String.join(", ", OBJECTIVES));
    }
    for (List<String> pair : EXCLUSIONS) {
      boolean any = !pair.contains("operational_risk")
          && pair.stream().allMatch(name -> hasAny(filters.path(name)));
      if (!any && pair.stream().noneMatch(name -> Trees.isEmpty(filters.path(name)))) {
        throw invalid(String.join(" and ", pair) + " exclude each other");
      }
    }
    if (hasAny(filters.path("vulnerabilities")) && !hasAny(filters.path("cves"))) {
      throw invalid("vulnerabilities with any needs cves with any");
    }
    for (JsonNode risk : filters.path("operational_risk")) {
      if (!risk.asText().equals(ANY)) {
        throw invalid("operational_risk must be any, but was " + risk.asText());
      }
    }
  }

  private static boolean hasAny(JsonNode values) {
    for (JsonNode value : values) {
      if (value.asText().equals(ANY)) {
        return true;
      }
    }
    return false;
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
