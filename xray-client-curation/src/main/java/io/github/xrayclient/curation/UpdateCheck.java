package io.github.xrayclient.curation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.Json;
import io.github.xrayclient.value.UnexpectedChange;
import io.github.xrayclient.value.UpdateResult;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares a policy after its update with what was asked for. */
final class UpdateCheck {
  /** Fields that change by themselves with every update. */
  private static final Set<String> MOVING = Set.of("updated_at", "updated_by", "condition");

  private final List<UnexpectedChange> changes = new ArrayList<>();

  private UpdateCheck() {}

  static UpdateResult<CurationPolicy> result(CurationPolicyUpdate update, CurationPolicy after) {
    UpdateCheck check = new UpdateCheck();
    ObjectNode before = Json.MAPPER.valueToTree(update.base());
    ObjectNode sent = Json.MAPPER.valueToTree(update);
    ObjectNode now = Json.MAPPER.valueToTree(after);
    for (String list : List.of("waivers", "label_waivers")) {
      check.waivers(list, before.path(list), sent.path(list), now.path(list));
      before.remove(list);
      sent.remove(list);
      now.remove(list);
    }
    ObjectNode expected = before.deepCopy();
    expected.remove(CurationPolicyBuilder.EDITABLE.keySet());
    expected.setAll(sent);
    check.fields(expected, now);

    List<String> unsent = new ArrayList<>(update.base().extras().keySet());
    unsent.removeIf(sent::has);
    return new UpdateResult<>(after, check.changes, unsent);
  }

  private void fields(ObjectNode expected, ObjectNode now) {
    Set<String> names = new LinkedHashSet<>();
    expected.fieldNames().forEachRemaining(names::add);
    now.fieldNames().forEachRemaining(names::add);
    names.removeAll(MOVING);
    for (String name : names) {
      compare(name, expected.get(name), now.get(name));
    }
  }

  /** Kept ones must be there as they were, new ones must be there, and nothing else may be. */
  private void waivers(String list, JsonNode before, JsonNode sent, JsonNode now) {
    Map<String, JsonNode> old = byId(before);
    Map<String, JsonNode> left = byId(now);
    List<JsonNode> added = new ArrayList<>();
    for (JsonNode entry : sent) {
      if (entry.has("id")) {
        String id = entry.get("id").asText();
        compare(list + "[" + id + "]", old.get(id), left.remove(id));
      } else {
        added.add(entry);
      }
    }
    for (JsonNode entry : added) {
      if (!removeFirst(entry, left.values().iterator())) {
        changes.add(new UnexpectedChange(list + "[new]", entry, null));
      }
    }
    left.forEach(
        (id, waiver) -> changes.add(new UnexpectedChange(list + "[" + id + "]", null, waiver)));
  }

  private static boolean removeFirst(JsonNode asked, Iterator<JsonNode> candidates) {
    while (candidates.hasNext()) {
      JsonNode candidate = candidates.next();
      boolean same = true;
      for (Iterator<String> names = asked.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        same &= comparable(name, asked.get(name)).equals(comparable(name, candidate.get(name)));
      }
      if (same) {
        candidates.remove();
        return true;
      }
    }
    return false;
  }

  private static Map<String, JsonNode> byId(JsonNode waivers) {
    Map<String, JsonNode> byId = new LinkedHashMap<>();
    waivers.forEach(waiver -> byId.put(waiver.path("id").asText(), waiver));
    return byId;
  }

  private void compare(String field, @Nullable JsonNode expected, @Nullable JsonNode now) {
    if (!comparable(field, expected).equals(comparable(field, now))) {
      changes.add(new UnexpectedChange(field, expected, now));
    }
  }

  /** Absent, null, an empty list and a switch that is off say the same; lists have no order. */
  private static Object comparable(String field, @Nullable JsonNode value) {
    boolean packageTypes = field.startsWith("pkg_type");
    if (value == null || value.isNull() || value.isArray() && value.isEmpty()) {
      return "";
    }
    if (value.isBoolean() && !value.asBoolean() && !field.equals("enabled")) {
      return "";
    }
    if (value.isArray()) {
      Set<String> elements = new TreeSet<>();
      value.forEach(element -> elements.add(text(element, packageTypes)));
      return elements;
    }
    return value.isTextual() ? text(value, packageTypes) : value;
  }

  private static String text(JsonNode value, boolean withoutCase) {
    String text = value.isTextual() ? value.asText() : value.toString();
    return withoutCase ? text.toLowerCase(Locale.ROOT) : text;
  }
}
