package io.github.xrayclient.testing.internal.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.policy.PolicyAssignments;
import io.github.xrayclient.testing.internal.policy.PolicyRules;
import io.github.xrayclient.testing.internal.store.Identity;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.ProjectObjects;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.List;

/** The endpoints for watches, version 2, and the endpoint that applies them to existing content. */
public final class WatchEndpoints implements Endpoints {
  private static final String ROOT = "/xray/api/v2/watches";
  private static final long FIRST_ID = 0x67f0c0de00000000L;

  private final StoredObjects holdings;
  private final JsonStore store;
  private final ProjectObjects watches;
  private final WatchRules rules;
  private long created;

  public WatchEndpoints(StoredObjects holdings) {
    this.holdings = holdings;
    this.store = holdings.store(FakeXray.Kind.WATCHES);
    this.watches = new ProjectObjects(FakeXray.Kind.WATCHES, store);
    this.rules = new WatchRules(new PolicyAssignments(holdings));
  }

  @Override
  public void addTo(Router router) {
    router.add("GET", ROOT, this::list);
    router.add("POST", ROOT, this::create);
    router.add("GET", ROOT + "/{}", this::get);
    router.add("PUT", ROOT + "/{}", this::update);
    router.add("DELETE", ROOT + "/{}", this::delete);
    router.add("POST", "/xray/api/v1/applyWatch", this::apply);
  }

  private Answer list(Call call) {
    return Answer.json(200, Trees.array(watches.of(call.project())));
  }

  private Answer get(Call call) {
    return Answer.json(200, find(call.project(), call.name()));
  }

  private Answer create(Call call) {
    ObjectNode body = WatchRules.read(call);
    rules.checkNew(call.project(), body);
    String name = Trees.text(body.path("general_data"), "name");
    if (store.find(call.project(), name).isPresent()) {
      throw Refusal.error(409, "Watch already exists");
    }
    holdings.clock.tick();
    ObjectNode general = Trees.object();
    general.put("id", nextId());
    if (!call.project().isEmpty()) {
      general.put("project_key", call.project());
    }
    store(body, general.put("name", name));
    return Answer.info(201, "Watch has been successfully created");
  }

  private Answer update(Call call) {
    ObjectNode body = WatchRules.read(call);
    ObjectNode old = find(call.project(), call.name());
    rules.check(Identity.forKind(FakeXray.Kind.WATCHES).projectOf(old), body);
    holdings.clock.tick();
    ObjectNode general = Trees.object();
    for (String member : List.of("id", "project_key", "name")) {
      if (old.path("general_data").has(member)) {
        general.set(member, old.path("general_data").path(member));
      }
    }
    store(body, general);
    return Answer.info(200, "Watch was successfully updated");
  }

  /** Stores a watch. It is active by default, but never without a resource and a policy. */
  private void store(ObjectNode body, ObjectNode general) {
    ObjectNode sent = (ObjectNode) body.path("general_data");
    boolean effective = !Trees.isEmpty(body.path("project_resources").path("resources"))
        && !Trees.isEmpty(body.path("assigned_policies"));
    boolean active = sent.path("active").asBoolean(true) && effective;
    sent.remove("name");
    general.setAll(sent);
    general.put("active", active);
    ObjectNode watch = Trees.object();
    watch.set("general_data", general);
    body.remove("general_data");
    watch.setAll(body);
    store.put(watch);
  }

  private Answer delete(Call call) {
    ObjectNode watch = find(call.project(), call.name());
    store.remove(watch);
    return Answer.info(200, "Watch " + call.name() + " was deleted successfully");
  }

  private Answer apply(Call call) {
    ObjectNode body = call.body(415, PolicyRules.UNPARSABLE);
    if (Trees.isEmpty(body.path("watch_names")) || !body.path("watch_names").isArray()) {
      throw Refusal.error(400, "watch_names is missing");
    }
    for (JsonNode name : body.path("watch_names")) {
      find(call.project(), Trees.text(name));
    }
    return Answer.empty(202);
  }

  private ObjectNode find(String project, String name) {
    return watches
        .find(project, name)
        .orElseThrow(() -> Refusal.error(404, "Watch " + name + " was not found"));
  }

  /** Returns an id of 24 hexadecimal digits. */
  private String nextId() {
    created++;
    return String.format("%016x%08x", FIRST_ID, created);
  }
}
