package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.DownloadSwitches;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes sure that a plan turns no blocking on and none off: what would begin to block waits for a
 * promotion, and what blocks on the target goes on blocking.
 */
final class StagedRollout {
  static final String ACTION = "policy_action";
  private static final String BLOCK = "block";
  private static final String DRY_RUN = "dry_run";

  private final PlanNotes notes;

  StagedRollout(PlanNotes notes) {
    this.notes = notes;
  }

  /** The object with the actions that it gets for now. */
  StoredObject staged(StoredObject object, Optional<StoredObject> stored) {
    switch (object.key().kind()) {
      case CURATION_POLICIES:
        return curationPolicy(object, stored);
      case POLICIES:
        return policy(object, stored);
      default:
        return object;
    }
  }

  private StoredObject curationPolicy(StoredObject object, Optional<StoredObject> stored) {
    ObjectKey key = object.key();
    String wanted = object.content().path(ACTION).asText();
    String current = stored
        .map(policy -> policy.content().path(ACTION).asText())
        .filter(action -> !action.isBlank())
        .orElse(DRY_RUN);
    boolean blocks = current.equalsIgnoreCase(BLOCK);
    if (wanted.equalsIgnoreCase(BLOCK) == blocks) {
      return object;
    }
    if (blocks) {
      notes.add(
          PlanNote.Kind.STILL_BLOCKS,
          key,
          key + " blocks on the target and goes on blocking, although its action in the snapshot"
              + " is " + (wanted.isEmpty() ? "not set" : wanted)
              + "; to change the action, plan without staging it as a dry run");
    } else {
      notes.add(
          PlanNote.Kind.POLICY_AWAITS_PROMOTION,
          key,
          key + " blocks in the snapshot, but has the action " + current
              + " on the target until it is promoted");
    }
    ObjectNode content = object.content().deepCopy();
    return StoredObject.of(key, content.put(ACTION, current));
  }

  private StoredObject policy(StoredObject object, Optional<StoredObject> stored) {
    ObjectNode content = object.content().deepCopy();
    Map<String, JsonNode> current = new HashMap<>();
    stored.ifPresent(policy -> policy
        .content()
        .path("rules")
        .forEach(rule -> current.put(rule.path("name").asText(), rule)));
    boolean isChanged = false;
    for (JsonNode rule : content.path("rules")) {
      JsonNode before = current.get(rule.path("name").asText());
      isChanged |= rule.isObject()
          && stage(object.key(), (ObjectNode) rule, before == null ? content.path("") : before);
    }
    return isChanged ? StoredObject.of(object.key(), content) : object;
  }

  /** Gives a rule the switches that it has on the target. Returns whether it had others. */
  private boolean stage(ObjectKey key, ObjectNode rule, JsonNode current) {
    List<String> waiting = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    for (String name : DownloadSwitches.NAMES) {
      boolean isOn = DownloadSwitches.isOn(current, name);
      if (DownloadSwitches.isOn(rule, name) != isOn) {
        (isOn ? kept : waiting).add(name);
        DownloadSwitches.set(rule, name, isOn);
      }
    }
    String name = rule.path("name").asText();
    String words = "the rule \"" + name + "\" of " + key;
    if (!waiting.isEmpty()) {
      notes.add(
          PlanNote.Kind.RULE_AWAITS_PROMOTION,
          key,
          name,
          words + " blocks downloads in the snapshot, but has block_download."
              + String.join(" and block_download.", waiting)
              + " off on the target until the policy is promoted");
    }
    if (!kept.isEmpty()) {
      notes.add(
          PlanNote.Kind.STILL_BLOCKS,
          key,
          name,
          words + " blocks downloads on the target and goes on blocking, although the snapshot has"
              + " block_download." + String.join(" and block_download.", kept)
              + " off; to turn it off, plan without staging it as a dry run");
    }
    return !waiting.isEmpty() || !kept.isEmpty();
  }
}
