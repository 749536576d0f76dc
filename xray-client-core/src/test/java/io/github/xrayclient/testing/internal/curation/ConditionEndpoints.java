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

/** The endpoints for conditions and for condition templates. */
public final class ConditionEndpoints implements Endpoints {
  private static final String ROOT = "/xray/api/v1/curation/conditions";
  private static final String TEMPLATE_ID = "condition_template_id";
  private static final List<String> DERIVED = List.of("risk_type", "supported_pkg_types");

  private final StoredObjects holdings;
  private final JsonStore store;
  private final JsonStore templates;
  private final JsonStore policies;
  private final CurationListing listing;
  private final ConditionRules rules;
  private final IdSequence ids = new IdSequence();

  public ConditionEndpoints(StoredObjects holdings, Settings settings) {
    this.holdings = holdings;
    this.store = holdings.store(FakeXray.Kind.CONDITIONS);
    this.templates = holdings.store(FakeXray.Kind.CONDITION_TEMPLATES);
    this.policies = holdings.store(FakeXray.Kind.CURATION_POLICIES);
    this.listing = new CurationListing(settings);
    this.rules = new ConditionRules(templates);
  }

  @Override
  public void addTo(Router router) {
    router.add("GET", ROOT, this::list);
    router.add("POST", ROOT, this::create);
    router.add("GET", ROOT + "/{}", this::get);
    router.add("PUT", ROOT + "/{}", this::update);
    router.add("DELETE", ROOT + "/{}", this::delete);
    router.add("GET", "/xray/api/v1/curation/condition_templates", call -> listTemplates());
  }

  @Override
  public void seeded(FakeXray.Kind kind, ObjectNode object) {
    if (kind == FakeXray.Kind.CONDITIONS) {
      holdings.clock.passed(object);
      ids.seen(Trees.text(object, "id"));
    } else if (kind == FakeXray.Kind.CURATION_POLICIES) {
      ids.seen(Trees.text(object, "condition_id"));
    }
  }

  private Answer list(Call call) {
    QueryReader query = call.query();
    List<Predicate<ObjectNode>> filters = new ArrayList<>();
    query
        .text("name")
        .map(name -> name.toLowerCase(Locale.ROOT))
        .ifPresent(name -> filters.add(condition -> text(condition, "name").contains(name)));
    query
        .flag("is_custom")
        .ifPresent(custom -> filters.add(found -> found.path("is_custom").asBoolean() == custom));
    query
        .text(TEMPLATE_ID)
        .ifPresent(id -> filters.add(found -> Trees.text(found, TEMPLATE_ID).equals(id)));
    query
        .oneOf("risk_type", List.of("security", "legal", "operational"))
        .ifPresent(risk -> filters.add(condition -> text(condition, "risk_type").equals(risk)));
    query
        .text("supported_pkg_types")
        .ifPresent(type -> filters.add(condition -> supports(type, condition)));
    return listing.answer(query, store, filters, condition -> condition);
  }

  private Answer get(Call call) {
    return Answer.json(200, find(call));
  }

  private Answer create(Call call) {
    ObjectNode body = ConditionRules.read(call);
    rules.check(body);
    String now = Timestamps.withOffset(holdings.clock.tick());
    ObjectNode condition = Trees.object("id", ids.next());
    condition.setAll(body);
    condition.put("is_custom", true).put("created_by", "admin").put("created_at", now);
    return Answer.json(201, store(condition, now));
  }

  private Answer update(Call call) {
    ObjectNode body = ConditionRules.read(call);
    ObjectNode old = customOnly(find(call), "changed");
    if (!body.has(TEMPLATE_ID)) {
      body.set(TEMPLATE_ID, old.path(TEMPLATE_ID));
    }
    rules.check(body);
    if (!body.path(TEMPLATE_ID).equals(old.path(TEMPLATE_ID))) {
      throw ConditionRules.invalid(TEMPLATE_ID + " cannot be changed");
    }
    String now = Timestamps.withOffset(holdings.clock.tick());
    ObjectNode condition = Trees.object();
    condition.set("id", old.path("id"));
    condition.setAll(body);
    for (String member : List.of("is_custom", "created_by", "created_at", "on_demand")) {
      keep(condition, old, member);
    }
    DERIVED.forEach(member -> keep(condition, old, member));
    return Answer.json(200, store(condition, now));
  }

  private ObjectNode store(ObjectNode condition, String now) {
    condition.put("updated_by", "admin").put("updated_at", now);
    Optional<ObjectNode> template = templates.find(Trees.text(condition, TEMPLATE_ID));
    template.ifPresent(from -> DERIVED.forEach(member -> keep(condition, from, member)));
    store.put(condition);
    return condition;
  }

  private Answer delete(Call call) {
    ObjectNode condition = customOnly(find(call), "deleted");
    String id = Trees.text(condition, "id");
    if (policies.all().stream().anyMatch(policy -> text(policy, "condition_id").equals(id))) {
      throw ConditionRules.invalid("condition " + id + " is used by a policy");
    }
    store.remove(condition);
    return Answer.empty(200);
  }

  private Answer listTemplates() {
    List<ObjectNode> all = templates.all();
    ObjectNode answer = Trees.object();
    answer.set("data", Trees.array(all));
    return Answer.json(200, answer.put("total_count", all.size()));
  }

  private ObjectNode find(Call call) {
    String id = call.variable();
    return store
        .find(id)
        .orElseThrow(() -> Refusal.error(404, "condition with id " + id + " was not found"));
  }

  private static ObjectNode customOnly(ObjectNode condition, String what) {
    if (!condition.path("is_custom").asBoolean()) {
      throw ConditionRules.invalid("a built-in condition cannot be " + what);
    }
    return condition;
  }

  private static void keep(ObjectNode condition, ObjectNode from, String member) {
    if (from.has(member)) {
      condition.set(member, from.path(member));
    }
  }

  private static String text(ObjectNode object, String member) {
    return Trees.text(object, member).toLowerCase(Locale.ROOT);
  }

  private static boolean supports(String type, ObjectNode condition) {
    for (JsonNode supported : condition.path("supported_pkg_types")) {
      if (Trees.text(supported).equalsIgnoreCase(type)) {
        return true;
      }
    }
    return false;
  }
}
