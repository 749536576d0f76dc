package io.github.xrayclient.testing.internal.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.ProjectObjects;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import io.github.xrayclient.testing.internal.store.Timestamps;
import io.github.xrayclient.testing.internal.store.Trees;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The endpoints for policies, version 2. */
public final class PolicyEndpoints implements Endpoints {
  private static final String ROOT = "/xray/api/v2/policies";
  private static final List<String> KEPT = List.of("author", "created", "watches", "project_key");

  private final StoredObjects holdings;
  private final JsonStore store;
  private final ProjectObjects policies;
  private final PolicyAssignments assignments;

  public PolicyEndpoints(StoredObjects holdings) {
    this.holdings = holdings;
    this.store = holdings.store(FakeXray.Kind.POLICIES);
    this.policies = new ProjectObjects(FakeXray.Kind.POLICIES, store);
    this.assignments = new PolicyAssignments(holdings);
  }

  @Override
  public void addTo(Router router) {
    router.add("GET", ROOT, this::list);
    router.add("POST", ROOT, this::create);
    router.add("GET", ROOT + "/{}", this::get);
    router.add("PUT", ROOT + "/{}", this::update);
    router.add("DELETE", ROOT + "/{}", this::delete);
  }

  @Override
  public void seeded(FakeXray.Kind kind, ObjectNode object) {
    if (kind == FakeXray.Kind.POLICIES) {
      holdings.clock.passed(object);
      ObjectNode returned = object.deepCopy();
      removeUnreturnedFields(returned);
      store.put(returned);
    }
  }

  private Answer list(Call call) {
    return Answer.json(200, Trees.array(policies.visibleIn(call.project())));
  }

  private Answer get(Call call) {
    Optional<ObjectNode> policy = call.project().isEmpty()
        ? policies.find("", call.name())
        : policies.findVisible(call.project(), call.name());
    return Answer.json(200, policy.orElseThrow(() -> notFound(call)));
  }

  private Answer create(Call call) {
    ObjectNode body = PolicyRules.read(call);
    PolicyRules.requireName(body);
    PolicyRules.check(body);
    if (store.find(call.project(), Trees.text(body, "name")).isPresent()) {
      throw Refusal.error(409, "Policy already exists");
    }
    String now = Timestamps.withMillis(holdings.clock.tick());
    ObjectNode policy = body.put("author", "admin").put("created", now).put("modified", now);
    if (!call.project().isEmpty()) {
      policy.put("project_key", call.project());
    }
    removeUnreturnedFields(policy);
    store.put(policy);
    return Answer.info(201, "Policy created successfully");
  }

  private Answer update(Call call) {
    ObjectNode body = PolicyRules.read(call);
    ObjectNode old = own(call);
    PolicyRules.check(body);
    Instant now = holdings.clock.tick();
    ObjectNode policy = Trees.object();
    policy.set("name", old.path("name"));
    body.remove("name");
    policy.setAll(body);
    for (String member : KEPT) {
      if (old.has(member)) {
        policy.set(member, old.path(member));
      }
    }
    policy.put("modified", Timestamps.withMillis(now));
    removeUnreturnedFields(policy);
    store.put(policy);
    return Answer.info(200, "Policy edited successfully");
  }

  private Answer delete(Call call) {
    ObjectNode policy = own(call);
    String name = Trees.text(policy, "name");
    long watches = assignments.watchesOf(policy);
    if (watches > 0) {
      throw Refusal.error(
          400,
          "Failed to delete Policy " + name + " : Policy is assigned to " + watches + " watches");
    }
    store.remove(policy);
    return Answer.info(200, "Policy " + name + " was deleted successfully");
  }

  private ObjectNode own(Call call) {
    return policies.find(call.project(), call.name()).orElseThrow(() -> notFound(call));
  }

  private static Refusal notFound(Call call) {
    return Refusal.error(404, "Policy " + call.name() + " was not found");
  }

  private static void removeUnreturnedFields(ObjectNode policy) {
    for (JsonNode rule : policy.path("rules")) {
      if (rule.path("actions") instanceof ObjectNode) {
        ((ObjectNode) rule.path("actions")).remove("fail_pull_request");
      }
    }
  }
}
