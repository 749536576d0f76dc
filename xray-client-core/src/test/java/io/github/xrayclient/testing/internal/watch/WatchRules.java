package io.github.xrayclient.testing.internal.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.policy.PolicyAssignments;
import io.github.xrayclient.testing.internal.policy.PolicyRules;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.List;

/** Checks a watch in a request as the server does. */
public final class WatchRules {
  private static final String INVALID = "Got invalid watch";
  private static final List<String> SERVER_SET = List.of("id", "project_key");

  private final PolicyAssignments assignments;

  public WatchRules(PolicyAssignments assignments) {
    this.assignments = assignments;
  }

  /** Returns the body if it is an object whose members have the right JSON types. */
  public static ObjectNode read(Call call) {
    ObjectNode body = call.body(415, PolicyRules.UNPARSABLE);
    PolicyRules.demandType(
        body, JsonNodeType.OBJECT, "general_data", "project_resources", "ticket_generation");
    PolicyRules.demandType(body, JsonNodeType.ARRAY, "assigned_policies", "watch_recipients");
    JsonNode general = body.path("general_data");
    PolicyRules.demandType(general, JsonNodeType.STRING, "name", "description");
    PolicyRules.demandType(general, JsonNodeType.BOOLEAN, "active");
    PolicyRules.demandType(
        body.path("project_resources"), JsonNodeType.ARRAY, "resources", "global_filters");
    PolicyRules.demandType(body, JsonNodeType.STRING, "ticket_profile");
    PolicyRules.demandType(body, JsonNodeType.BOOLEAN, "create_ticket_enabled");
    for (JsonNode resource : body.path("project_resources").path("resources")) {
      PolicyRules.demandType(
          resource,
          JsonNodeType.STRING,
          "type",
          "name",
          "bin_mgr_id",
          "repo_type",
          "build_repo",
          "project");
      PolicyRules.demandType(
          resource, JsonNodeType.ARRAY, "filters", "include_patterns", "exclude_patterns");
    }
    return body;
  }

  public void checkNew(String project, ObjectNode watch) {
    check(project, watch);
    if (Trees.isEmpty(watch.path("general_data").path("name"))) {
      throw Refusal.error(400, INVALID);
    }
    for (JsonNode resource : watch.path("project_resources").path("resources")) {
      boolean isProject = Trees.text(resource, "type").equals("project");
      if (!isProject && Trees.isEmpty(resource.path("bin_mgr_id"))) {
        throw Refusal.error(400, INVALID + ": binary manager id is missing");
      }
    }
  }

  /** Checks what a new watch and an update must both comply with. */
  public void check(String project, ObjectNode watch) {
    JsonNode general = watch.path("general_data");
    if (!general.isObject()) {
      throw Refusal.error(400, INVALID);
    }
    for (String member : SERVER_SET) {
      if (general.has(member)) {
        throw Refusal.error(400, INVALID + ": general_data." + member + " cannot be set");
      }
    }
    for (JsonNode resource : watch.path("project_resources").path("resources")) {
      if (Trees.isEmpty(resource.path("type"))) {
        throw Refusal.error(400, INVALID);
      }
    }
    for (JsonNode entry : watch.path("assigned_policies")) {
      if (assignments.resolve(project, entry).isEmpty()) {
        String name = Trees.text(entry, "name");
        throw Refusal.error(400, INVALID + ": policy " + name + " was not found");
      }
    }
  }
}
