package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.DownloadSwitches;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.content.WatchSwitch;
import io.github.xrayclient.diagnostics.internal.migration.selection.ObjectReferences;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.internal.json.NonBlank;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells which objects block with the policies that the target has now. A watch blocks if it is
 * active and one of its policies has a rule that blocks downloads, and a condition if a curation
 * policy that uses it blocks.
 */
final class TargetBlocking {
  private static final String BLOCK = "block";

  private final ServerState target;
  private final Set<ObjectKey> known;
  private final boolean isAnyPolicyBlocking;
  private final Set<String> blockingConditions = new HashSet<>();

  /** Watches of projects that block, by the policies of their projects that they would prefer. */
  private final Map<ObjectKey, ObjectKey> blockingWatches = new HashMap<>();

  TargetBlocking(ServerState target) {
    this.target = target;
    this.known = target.keysWithGlobalPolicies();
    this.isAnyPolicyBlocking = known.stream()
        .filter(key -> key.kind() == ObjectKind.POLICIES)
        .flatMap(key -> target.findWithGlobalPolicies(key).stream())
        .anyMatch(policy -> DownloadSwitches.isAnyRuleOn(policy.content()));
    target.objects().values().stream().filter(this::blocks).forEach(this::add);
  }

  private void add(StoredObject object) {
    ObjectKey key = object.key();
    if (key.kind() == ObjectKind.CURATION_POLICIES) {
      blockingConditions.add(PolicyConditions.name(object));
    } else if (key.kind() == ObjectKind.WATCHES && key.projectKey().isPresent()) {
      String project = key.projectKey().orElse("");
      blockingPolicies(key, object.content())
          .forEach(name -> blockingWatches.putIfAbsent(
              ObjectKinds.key(ObjectKind.POLICIES, name, project), key));
    }
  }

  /** Whether an object of the target blocks, or a watch of the snapshot would. */
  boolean blocks(StoredObject object) {
    switch (object.key().kind()) {
      case CURATION_POLICIES:
        return isBlock(object.content().path(StagedRollout.ACTION).asText());
      case POLICIES:
        return DownloadSwitches.isAnyRuleOn(object.content());
      case CONDITIONS:
        return blockingConditions.contains(object.key().name());
      case WATCHES:
        return WatchSwitch.isOn(object.content())
            && !blockingPolicies(object.key(), object.content()).isEmpty();
      default:
        return false;
    }
  }

  /** Whether the deletion of an object of the target can change what is blocked. */
  boolean decides(StoredObject object) {
    return object.key().kind() == ObjectKind.IGNORE_RULES ? isAnyPolicyBlocking : blocks(object);
  }

  /** The names of the policies of a watch that block on the target. */
  Set<String> blockingPolicies(ObjectKey watch, ObjectNode content) {
    Set<String> policies = new TreeSet<>();
    content
        .path("assigned_policies")
        .forEach(assigned -> blockingPolicy(watch, assigned).ifPresent(policies::add));
    return policies;
  }

  /** The name of a policy that is assigned to a watch; empty if it does not block on the target. */
  Optional<String> blockingPolicy(ObjectKey watch, JsonNode assigned) {
    return NonBlank.text(assigned.path("name"))
        .map(name -> ObjectKey.of(ObjectKind.POLICIES, name))
        .flatMap(name -> ObjectReferences.resolve(watch, name, known))
        .flatMap(target::findWithGlobalPolicies)
        .filter(this::blocks)
        .map(policy -> policy.key().name());
  }

  /**
   * A watch of the target that blocks with a global policy, and that would use this policy of its
   * project instead if it existed.
   */
  Optional<ObjectKey> blockingWithGlobal(ObjectKey policy) {
    return target.find(policy).isPresent()
        ? Optional.empty()
        : Optional.ofNullable(blockingWatches.get(policy));
  }

  /** Whether this is the action of a curation policy that blocks. */
  static boolean isBlock(String action) {
    return action.equalsIgnoreCase(BLOCK);
  }
}
