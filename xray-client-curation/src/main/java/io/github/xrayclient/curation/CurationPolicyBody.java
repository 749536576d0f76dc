package io.github.xrayclient.curation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.write.DraftFields;
import io.github.xrayclient.value.WireValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The JSON body of a request that creates or updates a curation policy. */
final class CurationPolicyBody {
  private CurationPolicyBody() {}

  /**
   * Returns the fields and the waivers: those that are kept, by their ids alone, then the new ones.
   * Waivers that could not be read are among the fields.
   */
  static Map<String, JsonNode> of(
      Map<String, JsonNode> fields,
      Collection<? extends WireValue> keptWaivers,
      Collection<? extends WireValue> keptLabelWaivers,
      AddedWaivers added) {
    Map<String, JsonNode> body = new LinkedHashMap<>(fields);
    body.putIfAbsent("waivers", entries(keptWaivers, added.packages()));
    body.putIfAbsent("label_waivers", entries(keptLabelWaivers, added.labels()));
    return body;
  }

  private static JsonNode entries(Collection<? extends WireValue> kept, List<?> added) {
    List<Object> entries = new ArrayList<>();
    kept.forEach(id -> entries.add(Map.of("id", id)));
    entries.addAll(added);
    return Json.MAPPER.valueToTree(entries);
  }

  /**
   * Checks the JSON form of a draft.
   *
   * @throws IllegalArgumentException if it has a field that a draft does not have, or a value of
   *     another type than documented
   */
  static void checkDraft(ObjectNode draft) {
    Set<String> unknown = new LinkedHashSet<>();
    draft.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(CurationPolicyFields.FIELDS.editable());
    DraftFields.refuse("a draft of a curation policy", unknown);
    ObjectNode policy = draft.objectNode().put("id", "0").put("name", "").setAll(draft);
    policy.remove(CurationPolicyFields.WAIVERS); // new waivers have no ids, and are read strictly
    DraftFields.refuseUnread(
        "a draft of a curation policy",
        "$",
        Json.MAPPER.convertValue(policy, CurationPolicy.class));
  }

  /** Returns the new waivers in one of the lists of a body. */
  static <W> List<W> waivers(JsonNode list, Class<W> type) {
    List<W> waivers = new ArrayList<>();
    list.forEach(waiver -> waivers.add(Json.MAPPER.convertValue(waiver, type)));
    return waivers;
  }

  /** Returns the body as text for people, with the number of mail addresses instead of them. */
  static String text(Map<String, JsonNode> body) {
    Map<String, Object> shown = new LinkedHashMap<>(body);
    shown.computeIfPresent(
        "notify_emails", (name, list) -> ((JsonNode) list).size() + " addresses");
    return shown.toString();
  }
}
