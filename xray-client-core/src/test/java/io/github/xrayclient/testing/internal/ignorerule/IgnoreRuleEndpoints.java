package io.github.xrayclient.testing.internal.ignorerule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.http.Settings;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import io.github.xrayclient.testing.internal.store.Timestamps;
import io.github.xrayclient.testing.internal.store.Trees;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The endpoints for ignore rules. A deleted rule is marked as deleted, and stays in the store. */
public final class IgnoreRuleEndpoints implements Endpoints {
  private static final String ROOT = "/xray/api/v1/ignore_rules";

  private final StoredObjects holdings;
  private final JsonStore store;
  private final IgnoreRuleListing listing;
  private long created;

  public IgnoreRuleEndpoints(StoredObjects holdings, Settings settings) {
    this.holdings = holdings;
    this.store = holdings.store(FakeXray.Kind.IGNORE_RULES);
    this.listing = new IgnoreRuleListing(store, settings);
  }

  @Override
  public void addTo(Router router) {
    router.add("GET", ROOT, call -> listing.answer(call.query()));
    router.add("POST", ROOT, this::create);
    router.add("GET", ROOT + "/{}", call -> Answer.json(200, find(call)));
    router.add("DELETE", ROOT + "/{}", this::delete);
  }

  @Override
  public void seeded(FakeXray.Kind kind, ObjectNode object) {
    if (kind == FakeXray.Kind.IGNORE_RULES) {
      holdings.clock.passed(object);
    }
  }

  private Answer create(Call call) {
    ObjectNode body = IgnoreRuleRules.read(call, holdings.clock.now());
    String id = nextId();
    ObjectNode rule = Trees.object("id", id)
        .put("author", "admin")
        .put("created", Timestamps.withMillis(holdings.clock.tick()))
        .put("is_expired", false);
    if (!call.project().isEmpty()) {
      rule.put("project_key", call.project());
    }
    rule.setAll(body);
    store.put(rule);
    return Answer.info(201, "Successfully added Ignore rule with id: " + id);
  }

  private Answer delete(Call call) {
    ObjectNode rule = find(call);
    if (!Trees.isEmpty(rule.path("deleted_at"))) {
      throw notFound(call);
    }
    String now = Timestamps.withMillis(holdings.clock.tick());
    store.put(Trees.shallowCopy(rule).put("deleted_by", "admin").put("deleted_at", now));
    return Answer.empty(204);
  }

  private ObjectNode find(Call call) {
    return store
        .find(call.variable())
        .filter(rule ->
            call.project().isEmpty() || Trees.text(rule, "project_key").equals(call.project()))
        .orElseThrow(() -> notFound(call));
  }

  private static Refusal notFound(Call call) {
    return Refusal.error(404, "Ignore rule " + call.variable() + " was not found");
  }

  /** Returns an id that is the same in each run, and that no seeded rule has. */
  private String nextId() {
    String id;
    do {
      created++;
      byte[] name = ("ignore rule " + created).getBytes(StandardCharsets.UTF_8);
      id = UUID.nameUUIDFromBytes(name).toString();
    } while (store.find(id).isPresent());
    return id;
  }
}
