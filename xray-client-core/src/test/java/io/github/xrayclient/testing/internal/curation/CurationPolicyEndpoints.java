package io.github.xrayclient.testing.internal.curation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.QueryReader;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.http.Settings;
import io.github.xrayclient.testing.internal.store.IdSequence;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import io.github.xrayclient.testing.internal.store.Timestamps;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The endpoints for curation policies. */
public final class CurationPolicyEndpoints implements Endpoints {
  private static final String ROOT = "/xray/api/v1/curation/policies";

  /**
   * Fields that an update does not change, in the order of the answers. Author and time of the
   * update are set again afterwards.
   */
  private static final List<String> KEPT =
      List.of("id", "created_by", "updated_by", "created_at", "updated_at", "enabled");

  /** Booleans of newer servers that become false if an update does not send them. */
  private static final List<String> RESET = List.of("block_from_cache", "share_with_federation");

  private final StoredObjects holdings;
  private final JsonStore store;
  private final JsonStore conditions;
  private final CurationListing listing;
  private final CurationPolicyRules rules;
  private final WaiverEditor waivers = new WaiverEditor("waivers", WaiverRules::checkPackage);
  private final WaiverEditor labelWaivers =
      new WaiverEditor("label_waivers", WaiverRules::checkLabel);
  private final IdSequence ids = new IdSequence();

  public CurationPolicyEndpoints(StoredObjects holdings, Settings settings) {
    this.holdings = holdings;
    this.store = holdings.store(FakeXray.Kind.CURATION_POLICIES);
    this.conditions = holdings.store(FakeXray.Kind.CONDITIONS);
    this.listing = new CurationListing(settings);
    this.rules = new CurationPolicyRules(settings);
  }

  @Override
  public void addTo(Router router) {
    router.add("GET", ROOT, this::list);
    router.add("POST", ROOT, this::create);
    router.add("GET", ROOT + "/{}", this::get);
    router.add("DELETE", ROOT + "/{}", this::delete);
    for (String item : List.of(ROOT + "/{}", ROOT + "/{}/")) { // the documents show both
      router.add("PUT", item, this::update);
    }
  }

  @Override
  public void seeded(FakeXray.Kind kind, ObjectNode object) {
    if (kind != FakeXray.Kind.CURATION_POLICIES) {
      return;
    }
    holdings.clock.passed(object);
    ids.seen(Trees.text(object, "id"));
    waivers.seen(object);
    labelWaivers.seen(object);
    if (object.path("condition").isObject()) {
      ObjectNode condition = Trees.shallowCopy((ObjectNode) object.path("condition"));
      if (Trees.isEmpty(condition.path("id"))) {
        condition.set("id", object.path("condition_id"));
      }
      if (conditions.find(Trees.text(condition, "id")).isEmpty()) {
        conditions.put(condition);
      }
    }
    ObjectNode policy = Trees.shallowCopy(object);
    policy.remove("condition");
    store.put(policy);
  }

  private Answer list(Call call) {
    QueryReader query = call.query();
    List<Predicate<ObjectNode>> filters = new ArrayList<>();
    query.text("name").ifPresent(name -> filters.add(policy -> nameHas(name, policy)));
    query
        .oneOf("policy_action", List.of("block", "dry_run"))
        .ifPresent(action -> filters.add(policy -> is("policy_action", action, policy)));
    query
        .flag("enabled")
        .ifPresent(flag -> filters.add(policy -> policy.path("enabled").asBoolean() == flag));
    query
        .digits("condition_id")
        .ifPresent(id -> filters.add(policy -> is("condition_id", id, policy)));
    return listing.answer(query, store, filters, this::render);
  }

  private Answer get(Call call) {
    return Answer.json(200, render(find(call)));
  }

  private Answer create(Call call) {
    ObjectNode body = CurationPolicyRules.read(call);
    rules.checkNew(body, conditionIsKnown(body));
    waivers.check(body, Trees.object());
    labelWaivers.check(body, Trees.object());
    String now = Timestamps.withOffset(holdings.clock.tick());
    ObjectNode policy = Trees.object("id", ids.next());
    policy.put("created_by", "admin").put("updated_by", "admin");
    policy.put("created_at", now).put("updated_at", now).put("enabled", true);
    return Answer.json(201, render(store(policy, body, Trees.object(), now)));
  }

  private Answer update(Call call) {
    ObjectNode body = CurationPolicyRules.read(call);
    ObjectNode old = find(call);
    boolean unchanged = Trees.text(body, "condition_id").equals(Trees.text(old, "condition_id"));
    rules.check(body, unchanged || conditionIsKnown(body));
    waivers.check(body, old);
    labelWaivers.check(body, old);
    String now = Timestamps.withOffset(holdings.clock.tick());
    ObjectNode policy = Trees.object();
    for (String member : KEPT) {
      if (old.has(member)) {
        policy.set(member, old.path(member));
      }
    }
    policy.put("updated_by", "admin").put("updated_at", now);
    return Answer.json(200, render(store(policy, body, old, now)));
  }

  /**
   * Replaces all editable fields by those of the body. Fields that the body omits get their
   * defaults.
   */
  private ObjectNode store(ObjectNode policy, ObjectNode body, ObjectNode old, String now) {
    policy.setAll(body);
    waivers.apply(policy, old, now);
    labelWaivers.apply(policy, old, now);
    if (!policy.has("waiver_request_config")) {
      policy.put("waiver_request_config", "forbidden");
    }
    for (String member : RESET) {
      if (old.has(member) && !policy.has(member)) {
        policy.put(member, false);
      }
    }
    policy.properties().removeIf(member -> member.getValue().isNull());
    store.put(policy);
    return policy;
  }

  private Answer delete(Call call) {
    store.remove(find(call));
    return Answer.empty(200);
  }

  private ObjectNode find(Call call) {
    String id = call.variable();
    return store
        .find(id)
        .orElseThrow(() -> Refusal.error(404, "policy with id " + id + " was not found"));
  }

  private boolean conditionIsKnown(ObjectNode policy) {
    return conditions.find(Trees.text(policy, "condition_id")).isPresent();
  }

  /**
   * Returns the policy as answers contain it: with a copy of the condition, and without empty
   * arrays.
   */
  private ObjectNode render(ObjectNode policy) {
    ObjectNode rendered = Trees.object();
    policy.properties().forEach(member -> {
      JsonNode value = member.getValue();
      if (!value.isArray() || !value.isEmpty()) {
        rendered.set(member.getKey(), value);
      }
      if (member.getKey().equals("condition_id")) {
        Optional<ObjectNode> condition = conditions.find(Trees.text(value));
        condition.ifPresent(found -> rendered.set("condition", found));
      }
    });
    return rendered;
  }

  private static boolean is(String member, String value, ObjectNode policy) {
    return Trees.text(policy, member).equals(value);
  }

  private static boolean nameHas(String part, ObjectNode policy) {
    String name = Trees.text(policy, "name").toLowerCase(Locale.ROOT);
    return name.contains(part.toLowerCase(Locale.ROOT));
  }
}
