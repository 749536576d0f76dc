package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.content.Waivers;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the waivers that somebody added to a curation policy after a migration updated it. They are
 * no reason to refuse a rollback, since the policy can go back and keep them.
 */
final class AddedWaivers {
  private AddedWaivers() {}

  /** The policy without the waivers that were added after this write; another object as it is. */
  static StoredObject without(ObjectWrite write, StoredObject now) {
    if (!mayHaveSome(write)) {
      return now;
    }
    ObjectNode received = now.received().objectNode().setAll(now.received());
    boolean isChanged = false;
    for (String list : CurationPolicyFields.WAIVERS) {
      List<JsonNode> added = of(write, now, list);
      if (!added.isEmpty()) {
        ArrayNode left = received.arrayNode();
        now.received().path(list).forEach(waiver -> {
          if (!added.contains(waiver)) {
            left.add(waiver);
          }
        });
        received.set(list, left);
        isChanged = true;
      }
    }
    return isChanged ? StoredObject.of(now.key(), received) : now;
  }

  /**
   * The waivers in one of the lists of a policy that were added after this write: those that were
   * not there before it, and that it did not create.
   */
  static List<JsonNode> of(ObjectWrite write, StoredObject now, String list) {
    List<JsonNode> added = new ArrayList<>();
    if (!mayHaveSome(write)) {
      return added;
    }
    Set<String> known =
        Waivers.byId(write.before.orElseThrow().received().path(list)).keySet();
    List<String> created = new ArrayList<>();
    Optional.ofNullable(write.body)
        .ifPresent(body -> body.path(list).forEach(waiver -> {
          if (!waiver.has("id")) {
            created.add(Waivers.name(waiver));
          }
        }));
    for (JsonNode waiver : now.received().path(list)) {
      boolean isKnown = known.contains(waiver.path("id").asText());
      if (!isKnown && !created.remove(Waivers.name(waiver))) {
        added.add(waiver);
      }
    }
    return added;
  }

  /** The names of the waivers that a new curation policy has and its request did not contain. */
  static List<String> toCreated(ObjectWrite write, StoredObject now) {
    List<String> names = new ArrayList<>();
    now.waivers().forEach(waiver -> names.add("waiver " + Waivers.name(waiver)));
    StoredObject.of(write.key, write.expected())
        .waivers()
        .forEach(waiver -> names.remove("waiver " + Waivers.name(waiver)));
    return names;
  }

  private static boolean mayHaveSome(ObjectWrite write) {
    return write.key.kind() == ObjectKind.CURATION_POLICIES
        && write.action == PlanStep.Action.UPDATE
        && write.before.isPresent();
  }
}
