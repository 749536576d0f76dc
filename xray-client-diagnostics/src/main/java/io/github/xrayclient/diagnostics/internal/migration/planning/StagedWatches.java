package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.Comparison;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.content.WatchSwitch;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes sure that a plan neither makes a watch block nor keeps it from blocking. A watch that
 * blocks keeps its resources and its policies that block; any other watch gets no such policy, or
 * is not active.
 */
final class StagedWatches {
  private static final String POLICIES = "assigned_policies";
  private static final String RESOURCES = "project_resources";
  private static final String WHEN_TO_CHANGE =
      "; to change this, plan the watch without staging it as a dry run";

  private final TargetBlocking blocking;
  private final PlanNotes notes;

  StagedWatches(TargetBlocking blocking, PlanNotes notes) {
    this.blocking = blocking;
    this.notes = notes;
  }

  /** The watch with what it blocks for now. */
  StoredObject staged(StoredObject watch, Optional<StoredObject> stored) {
    if (stored.filter(blocking::blocks).isPresent()) {
      return stillBlocking(watch, stored.get());
    }
    return blocking.blocks(watch) ? notYetBlocking(watch, stored) : watch;
  }

  private StoredObject notYetBlocking(StoredObject watch, Optional<StoredObject> stored) {
    ObjectKey key = watch.key();
    ObjectNode content = watch.content().deepCopy();
    Optional<StoredObject> active = stored.filter(object -> WatchSwitch.isOn(object.content()));
    if (active.isPresent()) {
      copy(POLICIES, active.get().content(), content);
      await(
          key,
          POLICIES,
          "keeps its policies on the target",
          "a policy that it has in the snapshot blocks downloads on the target");
    } else {
      WatchSwitch.set(content, false);
      await(
          key,
          WatchSwitch.ACTIVE,
          "is not active on the target",
          "one of its policies blocks downloads there");
    }
    return StoredObject.of(key, content);
  }

  private StoredObject stillBlocking(StoredObject watch, StoredObject stored) {
    ObjectKey key = watch.key();
    ObjectNode content = watch.content().deepCopy();
    if (!WatchSwitch.isOn(content)) {
      WatchSwitch.set(content, true);
      keep(key, WatchSwitch.ACTIVE, "stays active, although it is not active in the snapshot");
    }
    keepResources(key, content, stored.content());
    keepPolicies(key, content, stored.content());
    return StoredObject.of(key, content);
  }

  private void keepResources(ObjectKey key, ObjectNode content, ObjectNode stored) {
    JsonNode wanted = content.path(RESOURCES);
    ObjectNode changed = stored.deepCopy();
    copy(RESOURCES, content, changed);
    if (Comparison.between(key.kind(), stored, changed).isEmpty()) {
      return;
    }
    if (isPart(stored.path(RESOURCES), wanted)) {
      await(
          key,
          RESOURCES,
          "keeps its resources on the target, where it blocks downloads",
          "the snapshot has more of them");
    } else {
      keep(key, RESOURCES, "keeps its resources, although the snapshot has others");
    }
    copy(RESOURCES, stored, content);
  }

  private static void copy(String field, ObjectNode from, ObjectNode to) {
    if (from.has(field)) {
      to.set(field, from.get(field).deepCopy());
    } else {
      to.remove(field);
    }
  }

  /** Whether the only difference is that the second has more resources. */
  private static boolean isPart(JsonNode some, JsonNode all) {
    Set<JsonNode> resources = new HashSet<>();
    all.path("resources").forEach(resources::add);
    for (JsonNode resource : some.path("resources")) {
      if (!resources.contains(resource)) {
        return false;
      }
    }
    return others(some).equals(others(all));
  }

  private static JsonNode others(JsonNode resources) {
    JsonNode others = resources.deepCopy();
    return others.isObject() ? ((ObjectNode) others).without("resources") : others;
  }

  private void keepPolicies(ObjectKey key, ObjectNode content, ObjectNode stored) {
    Map<String, JsonNode> wanted = blocking.blockingPolicies(key, content);
    Map<String, JsonNode> current = blocking.blockingPolicies(key, stored);
    wanted.keySet().stream()
        .filter(name -> !current.containsKey(name))
        .forEach(name -> await(
            key,
            name,
            "does not get the policy \"" + name + "\" on the target",
            "this policy blocks downloads there"));
    current.keySet().stream()
        .filter(name -> !wanted.containsKey(name))
        .forEach(name -> keep(
            key,
            name,
            "keeps the policy \"" + name + "\", although it does not have it in the snapshot"));
    if (!wanted.keySet().equals(current.keySet())) {
      ArrayNode policies = content.arrayNode();
      for (JsonNode policy : content.path(POLICIES)) {
        if (!wanted.containsValue(policy)) {
          policies.add(policy);
        }
      }
      current.values().forEach(policy -> policies.add(policy.deepCopy()));
      content.set(POLICIES, policies);
    }
  }

  private void await(ObjectKey watch, String subject, String what, String why) {
    notes.add(
        PlanNote.Kind.WATCH_AWAITS_PROMOTION,
        watch,
        subject,
        watch + " " + what + ", because " + why + WHEN_TO_CHANGE);
  }

  private void keep(ObjectKey watch, String subject, String what) {
    notes.add(
        PlanNote.Kind.STILL_BLOCKS,
        watch,
        subject,
        watch + " blocks downloads on the target and " + what + WHEN_TO_CHANGE);
  }
}
