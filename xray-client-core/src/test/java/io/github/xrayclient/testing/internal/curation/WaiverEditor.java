package io.github.xrayclient.testing.internal.curation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.store.IdSequence;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Edits the package waivers or the label waivers of a policy. An entry with an id keeps that
 * waiver, an entry without an id is a new waiver, and a waiver without an entry is deleted.
 */
public final class WaiverEditor {
  private final String list;
  private final Consumer<ObjectNode> rulesForNew;
  private final IdSequence ids = new IdSequence();

  public WaiverEditor(String list, Consumer<ObjectNode> rulesForNew) {
    this.list = list;
    this.rulesForNew = rulesForNew;
  }

  public void seen(ObjectNode policy) {
    byId(policy).keySet().forEach(ids::seen);
  }

  public void check(ObjectNode body, ObjectNode old) {
    JsonNode entries = body.path(list);
    if (!entries.isArray() && !Trees.isAbsent(entries)) {
      throw CurationPolicyRules.invalid(list + " must be a list");
    }
    Map<String, ObjectNode> existing = byId(old);
    Set<String> kept = new HashSet<>();
    for (JsonNode entry : entries) {
      if (!(entry instanceof ObjectNode)) {
        throw CurationPolicyRules.invalid(list + " must be a list of objects");
      }
      WaiverRules.refuseServerSet((ObjectNode) entry);
      if (!entry.has("id")) {
        rulesForNew.accept((ObjectNode) entry);
        continue;
      }
      String id = Trees.text(entry, "id");
      if (!entry.path("id").isTextual() || !existing.containsKey(id)) {
        throw CurationPolicyRules.invalid("waiver " + id + " is not in this policy's " + list);
      }
      if (entry.size() > 1) {
        throw CurationPolicyRules.invalid("waiver " + id + " cannot be edited; send only its id");
      }
      if (!kept.add(id)) {
        throw CurationPolicyRules.invalid("waiver " + id + " occurs twice");
      }
    }
  }

  /**
   * Replaces the entries of a body, which was checked before, by the waivers that they stand for.
   */
  public void apply(ObjectNode policy, ObjectNode old, String now) {
    Map<String, ObjectNode> existing = byId(old);
    ArrayNode waivers = policy.arrayNode();
    for (ObjectNode entry : Trees.objects(policy.path(list))) {
      waivers.add(entry.has("id") ? existing.get(Trees.text(entry, "id")) : create(entry, now));
    }
    policy.remove(list);
    if (!waivers.isEmpty()) {
      policy.set(list, waivers);
    }
  }

  private ObjectNode create(ObjectNode entry, String now) {
    ObjectNode waiver = Trees.object("id", ids.next());
    waiver.setAll(entry);
    if (Trees.isEmpty(waiver.path("pkg_versions"))) {
      waiver.remove("pkg_versions");
    }
    return waiver.put("created_by", "admin").put("created_at", now);
  }

  private Map<String, ObjectNode> byId(ObjectNode policy) {
    Map<String, ObjectNode> byId = new LinkedHashMap<>();
    Trees.objects(policy.path(list)).forEach(waiver -> byId.put(Trees.text(waiver, "id"), waiver));
    return byId;
  }
}
