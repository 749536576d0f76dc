package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.Comparison;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.content.WatchSwitch;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

  /** The watch to send: like the one in the snapshot, but blocking what the target blocks now. */
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
    if (active.isEmpty()) {
      WatchSwitch.set(content, false);
      await(
          key,
          WatchSwitch.ACTIVE,
          "is not active on the target",
          "one of its policies blocks downloads there");
    } else if (policies(key, content, false).isEmpty()) {
      copy(POLICIES, active.get().content(), content);
      await(
          key,
          POLICIES,
          "keeps its policies on the target",
          "all policies that it has in the snapshot block downloads there");
    } else {
      keepPolicies(key, content, active.get().content());
    }
    return watch.withContent(content);
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
    return watch.withContent(content);
  }

  private void keepResources(ObjectKey key, ObjectNode content, ObjectNode stored) {
    JsonNode wanted = content.path(RESOURCES);
    ObjectNode changed = stored.deepCopy();
    copy(RESOURCES, content, changed);
    if (Comparison.between(key.kind(), stored, changed).isEmpty()) {
      return;
    }
    boolean isPart = isPart(stored.path(RESOURCES), wanted);
    if (isPart || !isPart(wanted, stored.path(RESOURCES))) {
      await(
          key,
          RESOURCES,
          "does not get other resources on the target",
          "it blocks downloads there");
    }
    if (!isPart) {
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

  /** Whether these resources are the same as the others, or some of them. */
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
    Set<String> wanted = blocking.blockingPolicies(key, content);
    Set<String> current = blocking.blockingPolicies(key, stored);
    wanted.stream()
        .filter(name -> !current.contains(name))
        .forEach(name -> await(
            key,
            name,
            "does not get the policy \"" + name + "\" on the target",
            "this policy blocks downloads there"));
    current.stream()
        .filter(name -> !wanted.contains(name))
        .forEach(name -> keep(
            key,
            name,
            "keeps the policy \"" + name + "\", although it does not have it in the snapshot"));
    if (!wanted.equals(current)) {
      ArrayNode policies = content.arrayNode().addAll(policies(key, content, false));
      policies(key, stored, true).forEach(policy -> policies.add(policy.deepCopy()));
      content.set(POLICIES, policies);
    }
  }

  /** The entries of a watch for policies that block on the target, or for all others. */
  private List<JsonNode> policies(ObjectKey key, ObjectNode watch, boolean block) {
    List<JsonNode> policies = new ArrayList<>();
    for (JsonNode policy : watch.path(POLICIES)) {
      if (blocking.blockingPolicy(key, policy).isPresent() == block) {
        policies.add(policy);
      }
    }
    return policies;
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
