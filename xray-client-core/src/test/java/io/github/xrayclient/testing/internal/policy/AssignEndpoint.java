package io.github.xrayclient.testing.internal.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.store.Identity;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.ProjectObjects;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import io.github.xrayclient.testing.internal.store.Trees;

/**
 * The endpoint that assigns a policy to watches. It answers 200 with a text for each watch, even if
 * a watch could not be changed.
 */
public final class AssignEndpoint implements Endpoints {
  private final JsonStore watchStore;
  private final ProjectObjects policies;
  private final ProjectObjects watches;
  private final PolicyAssignments assignments;

  public AssignEndpoint(StoredObjects holdings) {
    this.watchStore = holdings.store(FakeXray.Kind.WATCHES);
    this.policies =
        new ProjectObjects(FakeXray.Kind.POLICIES, holdings.store(FakeXray.Kind.POLICIES));
    this.watches = new ProjectObjects(FakeXray.Kind.WATCHES, watchStore);
    this.assignments = new PolicyAssignments(holdings);
  }

  @Override
  public void addTo(Router router) {
    router.add("POST", "/xray/api/v1/policies/{}/assign", this::assign);
  }

  private Answer assign(Call call) {
    ObjectNode body = call.body(415, PolicyRules.UNPARSABLE);
    PolicyRules.demandType(body, JsonNodeType.ARRAY, "watches");
    String name = call.name();
    ObjectNode policy = policies
        .find("", name)
        .orElseThrow(() -> Refusal.error(404, "Policy " + name + " was not found"));
    ObjectNode result = Trees.object();
    for (JsonNode watch : body.path("watches")) {
      String text = watches
          .find("", Trees.text(watch))
          .map(found -> assign(policy, found))
          .orElse("Watch was not found");
      result.put(Trees.text(watch), text);
    }
    return Answer.json(200, Trees.object().set("result", result));
  }

  private String assign(ObjectNode policy, ObjectNode watch) {
    if (assignments.isAssigned(policy, watch)) {
      return "Policy was already assigned to Watch";
    }
    ObjectNode entry = Trees.object();
    entry.set("name", policy.path("name"));
    entry.set("type", policy.path("type"));
    String project = Identity.forKind(FakeXray.Kind.WATCHES).projectOf(watch);
    if (assignments
        .resolve(project, entry)
        .filter(found -> found.equals(policy))
        .isEmpty()) {
      return "Error Assigning Policy to Watch";
    }
    ArrayNode assigned = Trees.array(watch.path("assigned_policies"));
    ObjectNode changed = Trees.shallowCopy(watch);
    changed.set("assigned_policies", assigned.add(entry));
    watchStore.put(changed);
    return "Policy assigned successfully to Watch";
  }
}
