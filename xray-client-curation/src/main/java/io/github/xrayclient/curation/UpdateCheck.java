package io.github.xrayclient.curation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.curation.internal.fields.WaiverFields;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.write.ChangedField;
import io.github.xrayclient.internal.write.ContentComparison;
import io.github.xrayclient.internal.write.ContentFingerprints;
import io.github.xrayclient.internal.write.DifferenceDetail;
import io.github.xrayclient.internal.write.TreeDiff;
import io.github.xrayclient.internal.write.UpdateOutcome;
import io.github.xrayclient.internal.write.WireField;
import io.github.xrayclient.internal.write.WireFields;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.UpdateNote;
import io.github.xrayclient.value.UpdateResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares a curation policy with an update of it, or with an earlier version of it. */
final class UpdateCheck implements ContentComparison {
  /** Fields that the server changes with every update. */
  private static final Set<String> MOVING = Set.of("updated_at", "updated_by", "condition");

  private static final List<String> WAIVERS = CurationPolicyFields.WAIVERS;

  /** Each field and each waiver is compared as a whole, and waivers are named by their ids. */
  private static final DifferenceDetail DETAIL = new DifferenceDetail() {
    @Override
    public boolean isSplit(WireField field, JsonNode expected, JsonNode actual) {
      boolean isList = expected.isArray() || actual.isArray();
      return field.name().isEmpty() || (isList && WAIVERS.contains(field.name()));
    }

    @Override
    public String nameOf(WireFields fields, JsonNode waiver) {
      return waiver.path("id").asText("new");
    }
  };

  /** Returns the result of an update, with everything that differs from what the update sent. */
  static UpdateResult<CurationPolicy> result(
      ApiCall<?> put, CurationPolicyUpdate update, CurationPolicy after) {
    ObjectNode now = tree(after);
    UpdateResult<CurationPolicy> result = UpdateOutcome.sent(
        after,
        ChangedField.redacted(put, changes(wanted(update, now), now, MOVING)),
        update.unsentFields());
    return UpdateOutcome.withNotes(result, update.notes());
  }

  /**
   * Compares a policy with an earlier version in all fields, and with an update in the fields that
   * the update sends.
   */
  @Override
  public List<FieldChange> between(Object expected, Object actual) {
    ObjectNode now = tree(actual);
    if (!(expected instanceof CurationPolicyUpdate)) {
      return changes(tree(expected), now, Set.of());
    }
    CurationPolicyUpdate update = (CurationPolicyUpdate) expected;
    return changes(wanted(update, now), now, ignored(update));
  }

  private static Set<String> ignored(CurationPolicyUpdate update) {
    Set<String> ignored = new HashSet<>(MOVING);
    ignored.addAll(update.unsentFields());
    if (!update.body().containsKey("enabled")) {
      ignored.add("enabled"); // set by the server
    }
    return ignored;
  }

  @Override
  public boolean changesNothing(Object update, Object before) {
    return ((CurationPolicyUpdate) update).changes().isEmpty();
  }

  @Override
  public List<UpdateNote> notes(Object update) {
    return ((CurationPolicyUpdate) update).notes();
  }

  private static List<FieldChange> changes(
      ObjectNode expected, ObjectNode now, Set<String> ignored) {
    return TreeDiff.between(
        CurationPolicyFields.FIELDS, DETAIL, expected.without(ignored), now.without(ignored));
  }

  private static ObjectNode tree(Object value) {
    return Json.MAPPER.valueToTree(value);
  }

  /**
   * The policy as it should be after the update. Waivers that are sent by their ids are unchanged.
   */
  private static ObjectNode wanted(CurationPolicyUpdate update, ObjectNode now) {
    ObjectNode before = tree(update.base());
    ObjectNode sent = tree(update);
    for (String list : WAIVERS) {
      if (!sent.path(list).isArray()) {
        continue; // the waivers could not be read, and are sent as received
      }
      ArrayNode entries = (ArrayNode) sent.path(list);
      Map<String, JsonNode> old = byId(before.path(list));
      for (int i = 0; i < entries.size(); i++) {
        JsonNode kept = old.get(entries.get(i).path("id").asText());
        if (kept != null) {
          entries.set(i, kept);
        }
      }
      findNew(entries, now.path(list));
    }
    before.remove(CurationPolicyFields.FIELDS.editable());
    return before.setAll(sent);
  }

  /** Replaces each new waiver by the one that the server stored for it, if there is one. */
  private static void findNew(ArrayNode entries, JsonNode now) {
    Map<String, JsonNode> left = byId(now);
    entries.forEach(entry -> left.remove(entry.path("id").asText()));
    ContentFingerprints<Integer> marks = ContentFingerprints.numbers();
    Map<Integer, Deque<JsonNode>> made = new HashMap<>();
    for (JsonNode waiver : left.values()) {
      made.computeIfAbsent(content(marks, waiver), absent -> new ArrayDeque<>()).add(waiver);
    }
    for (int i = 0; i < entries.size(); i++) {
      JsonNode entry = entries.get(i);
      if (!entry.has("id")) {
        JsonNode found =
            made.getOrDefault(content(marks, entry), new ArrayDeque<>()).poll();
        entries.set(i, found == null ? entry : found);
      }
    }
  }

  /** Returns equal numbers for waivers that exempt the same with the same justification. */
  private static int content(ContentFingerprints<Integer> marks, JsonNode waiver) {
    return marks.ofEntry(WaiverFields.of(waiver), WaiverFields.sent(waiver));
  }

  private static Map<String, JsonNode> byId(JsonNode waivers) {
    Map<String, JsonNode> byId = new LinkedHashMap<>();
    waivers.forEach(waiver -> byId.put(waiver.path("id").asText(), waiver));
    return byId;
  }
}
