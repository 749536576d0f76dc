package io.github.xrayclient.curation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.waiver.WaiverFields;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.internal.call.RedactedByCall;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.write.TreeDiff;
import io.github.xrayclient.internal.write.WireFields;
import io.github.xrayclient.value.UnexpectedChange;
import io.github.xrayclient.value.UpdateResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a policy with what was asked for, or with an earlier version of it. */
final class UpdateCheck {
  /** Fields that change by themselves with every update. */
  private static final Set<String> MOVING = Set.of("updated_at", "updated_by", "condition");

  private static final List<String> WAIVERS = List.of("waivers", "label_waivers");

  private static final WireFields FIELDS = WireFields.none()
      .words("pkg_type", "pkg_types_include", "pkg_name")
      .times("created_at", "updated_at")
      .sets(CurationPolicyBuilder.EDITABLE.keySet())
      .sets(Set.of("pkg_versions"));

  private final TreeDiff.Sameness sameness = new TreeDiff.Sameness(FIELDS);
  private final List<UnexpectedChange> changes = new ArrayList<>();

  private UpdateCheck() {}

  /** The result of an update, with everything that is not as it was asked for. */
  static UpdateResult<CurationPolicy> result(
      ApiCall<?> put, CurationPolicyUpdate update, CurationPolicy after) {
    return new UpdateResult<>(
        after,
        RedactedByCall.changes(put, changes(wanted(update), tree(after), MOVING)),
        unsent(update));
  }

  /**
   * The differences of a policy from what was expected: from an earlier version in all fields, and
   * from an update in the fields that the update sends.
   */
  static List<UnexpectedChange> between(Object expected, Object actual) {
    ObjectNode now = tree(actual);
    if (!(expected instanceof CurationPolicyUpdate)) {
      return changes(tree(expected), now, Set.of());
    }
    CurationPolicyUpdate update = (CurationPolicyUpdate) expected;
    Set<String> ignored = new HashSet<>(MOVING);
    ignored.addAll(unsent(update));
    if (!update.body().containsKey("enabled")) {
      ignored.add("enabled"); // set by the server
    }
    return changes(wanted(update), now, ignored);
  }

  private static List<String> unsent(CurationPolicyUpdate update) {
    List<String> unsent = new ArrayList<>(update.base().extras().keySet());
    unsent.removeAll(update.body().keySet());
    return unsent;
  }

  private static ObjectNode tree(Object value) {
    return Json.MAPPER.valueToTree(value);
  }

  /** The policy as it should be after the update; new waivers have no id. */
  private static ObjectNode wanted(CurationPolicyUpdate update) {
    ObjectNode before = tree(update.base());
    ObjectNode sent = tree(update);
    for (String list : WAIVERS) {
      Map<String, JsonNode> old = byId(before.path(list));
      ArrayNode entries = (ArrayNode) sent.path(list);
      for (int i = 0; i < entries.size(); i++) {
        JsonNode kept = old.get(entries.get(i).path("id").asText());
        if (kept != null) {
          entries.set(i, kept);
        }
      }
    }
    before.remove(CurationPolicyBuilder.EDITABLE.keySet());
    return before.setAll(sent);
  }

  private static List<UnexpectedChange> changes(
      ObjectNode expected, ObjectNode now, Set<String> ignored) {
    UpdateCheck check = new UpdateCheck();
    for (String list : WAIVERS) {
      check.waivers(list, expected.path(list), now.path(list));
    }
    Set<String> names = new LinkedHashSet<>();
    expected.fieldNames().forEachRemaining(names::add);
    now.fieldNames().forEachRemaining(names::add);
    names.removeAll(WAIVERS);
    names.removeAll(ignored);
    names.forEach(name -> check.compare(name, name, expected.get(name), now.get(name)));
    return check.changes;
  }

  /** Waivers that were kept must be as they were, new ones must be there, and no others may be. */
  private void waivers(String list, JsonNode expected, JsonNode now) {
    Map<String, JsonNode> left = byId(now);
    List<JsonNode> added = new ArrayList<>();
    for (JsonNode entry : expected) {
      if (entry.has("id")) {
        String id = entry.get("id").asText();
        compare(list + "[" + id + "]", list, entry, left.remove(id));
      } else {
        added.add(entry);
      }
    }
    Map<Integer, Deque<String>> unknown = new HashMap<>();
    left.forEach((id, waiver) ->
        unknown.computeIfAbsent(content(waiver), absent -> new ArrayDeque<>()).add(id));
    for (JsonNode entry : added) {
      String id = unknown.getOrDefault(content(entry), new ArrayDeque<>()).poll();
      if (id == null) {
        changes.add(new UnexpectedChange(list + "[new]", entry, null));
      } else {
        left.remove(id);
      }
    }
    left.forEach(
        (id, waiver) -> changes.add(new UnexpectedChange(list + "[" + id + "]", null, waiver)));
  }

  /** Equal for waivers that exempt the same for the same reason. */
  private int content(JsonNode waiver) {
    return sameness.of("", waiver.<ObjectNode>deepCopy().retain(WaiverFields.sent(waiver)));
  }

  private static Map<String, JsonNode> byId(JsonNode waivers) {
    Map<String, JsonNode> byId = new LinkedHashMap<>();
    waivers.forEach(waiver -> byId.put(waiver.path("id").asText(), waiver));
    return byId;
  }

  private void compare(
      String path, String name, @Nullable JsonNode expected, @Nullable JsonNode now) {
    boolean same = name.equals("enabled")
        ? Objects.equals(expected, now) // switched off is not the same as not said
        : sameness.of(name, expected) == sameness.of(name, now);
    if (!same) {
      changes.add(new UnexpectedChange(path, expected, now));
    }
  }
}
