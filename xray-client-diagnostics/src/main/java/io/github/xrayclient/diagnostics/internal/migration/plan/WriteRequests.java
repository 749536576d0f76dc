package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.UriTemplate;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.internal.json.UnreadFields;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyUpdate;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchUpdate;
import java.util.Map;
import java.util.Objects;

/**
 * Makes the requests that write objects. The bodies of policies and watches are made with the
 * update classes of the library.
 */
public final class WriteRequests {
  private static final String REFERENCE = "$ref";

  private static final Map<PlanStep.Action, String> METHODS = Map.of(
      PlanStep.Action.CREATE, "POST",
      PlanStep.Action.UPDATE, "PUT",
      PlanStep.Action.DELETE, "DELETE");

  private WriteRequests() {}

  /** The call that writes an object. The id is ignored for a new object. */
  public static ApiCall<ApiResponse> call(
      ApiCalls xray, PlanStep.Action action, ObjectKey key, String id) {
    ApiCall<ApiResponse> call = action == PlanStep.Action.CREATE
        ? xray.call(method(action), ObjectKinds.path(key.kind()))
        : xray.call(method(action), ObjectKinds.pathOfOne(key.kind()), id);
    return key.projectKey().map(project -> call.query("projectKey", project)).orElse(call);
  }

  /** The path of one object, with the project's key in the query. */
  private static String one(ObjectKey key, String id) {
    return withProject(key, UriTemplate.path(ObjectKinds.pathOfOne(key.kind()), id));
  }

  /** The path to which a new object is sent, with the project's key in the query. */
  private static String all(ObjectKey key) {
    return withProject(key, ObjectKinds.path(key.kind()));
  }

  /** The path to which a request is sent. The id is ignored for a new object. */
  public static String path(PlanStep.Action action, ObjectKey key, String id) {
    return action == PlanStep.Action.CREATE ? all(key) : one(key, id);
  }

  /** The HTTP method of a request. */
  public static String method(PlanStep.Action action) {
    return Objects.requireNonNull(METHODS.get(action));
  }

  private static String withProject(ObjectKey key, String path) {
    return key.projectKey()
        .map(project -> path + "?" + UriTemplate.query("", "projectKey", project))
        .orElse(path);
  }

  /**
   * The body of a request that creates or updates an object.
   *
   * @param content the part of the object that can be sent
   */
  public static ObjectNode body(ObjectKey key, ObjectNode content, boolean isNew) {
    switch (key.kind()) {
      case CONDITIONS:
        ObjectNode condition = content.deepCopy();
        if (!condition.has("param_values")) {
          condition.putArray("param_values");
        }
        return condition;
      case POLICIES:
        Policy policy = value(content, Policy.class);
        return Json.MAPPER.valueToTree(PolicyUpdate.of(policy).unchecked().build());
      case WATCHES:
        return watch(content, isNew);
      default:
        return content.deepCopy();
    }
  }

  private static ObjectNode watch(ObjectNode content, boolean isNew) {
    Watch watch = value(content, Watch.class);
    ObjectNode body = Json.MAPPER.valueToTree(WatchUpdate.of(watch).unchecked().build());
    ObjectNode general = body.withObjectProperty("general_data");
    if (isNew) {
      general.put("name", watch.name());
    }
    if (!general.has("active") && areResourcesRead(watch)) {
      general.put("active", !watch.resources().isEmpty());
    }
    for (JsonNode resource : body.at("/project_resources/resources")) {
      boolean isProject = resource.path("type").asText().equals("project");
      if (resource.isObject()
          && !isProject
          && NonBlank.text(resource.path("bin_mgr_id")).isEmpty()) {
        ((ObjectNode) resource).put("bin_mgr_id", "default"); // older servers require it
      }
    }
    return body;
  }

  /** Whether the resources could be read; otherwise they are sent as they are in the snapshot. */
  private static boolean areResourcesRead(Watch watch) {
    return !watch.resources().isEmpty()
        || UnreadFields.of(watch).stream().noneMatch(path -> path.contains("resources"));
  }

  private static <T> T value(ObjectNode content, Class<T> type) {
    try {
      return Json.MAPPER.treeToValue(content, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "the content is invalid, although it was valid when it was" + " read", e);
    }
  }

  /** A placeholder for the id of a condition that an earlier step creates. */
  public static ObjectNode reference(String condition) {
    return Json.MAPPER.createObjectNode().put(REFERENCE, "conditions/" + condition);
  }

  /** The name of the condition in such a placeholder; empty if the node is not a placeholder. */
  public static String referenced(JsonNode node) {
    String reference = node.path(REFERENCE).asText();
    return reference.startsWith("conditions/") ? reference.substring("conditions/".length()) : "";
  }
}
