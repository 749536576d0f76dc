package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.DownloadSwitches;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.content.WatchSwitch;
import io.github.xrayclient.diagnostics.internal.migration.selection.ObjectReferences;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.internal.json.NonBlank;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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

  TargetBlocking(ServerState target) {
    this.target = target;
    this.known = target.keysWithGlobalPolicies();
    this.isAnyPolicyBlocking = known.stream()
        .filter(key -> key.kind() == ObjectKind.POLICIES)
        .flatMap(key -> target.findWithGlobalPolicies(key).stream())
        .anyMatch(policy -> DownloadSwitches.isAnyRuleOn(policy.content()));
  }

  /** Whether an object of the target blocks, or a watch of the snapshot would. */
  boolean blocks(StoredObject object) {
    switch (object.key().kind()) {
      case CURATION_POLICIES:
        return isBlock(object.content().path(StagedRollout.ACTION).asText());
      case POLICIES:
        return DownloadSwitches.isAnyRuleOn(object.content());
      case CONDITIONS:
        return target.objects().values().stream()
            .filter(policy -> policy.key().kind() == ObjectKind.CURATION_POLICIES)
            .filter(policy -> PolicyConditions.name(policy).equals(object.key().name()))
            .anyMatch(this::blocks);
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

  /** The policies of a watch that block on the target, by their names. */
  SortedMap<String, JsonNode> blockingPolicies(ObjectKey watch, ObjectNode content) {
    SortedMap<String, JsonNode> policies = new TreeMap<>();
    for (JsonNode assigned : content.path("assigned_policies")) {
      NonBlank.text(assigned.path("name"))
          .map(name -> ObjectKey.of(ObjectKind.POLICIES, name))
          .flatMap(name -> ObjectReferences.resolve(watch, name, known))
          .flatMap(target::findWithGlobalPolicies)
          .filter(this::blocks)
          .ifPresent(policy -> policies.put(policy.key().name(), assigned));
    }
    return policies;
  }

  /**
   * A watch of the target that blocks with a global policy, and that would use this policy of its
   * project instead if it existed.
   */
  Optional<ObjectKey> blockingWithGlobal(ObjectKey policy) {
    return policy.projectKey().isEmpty() || target.find(policy).isPresent()
        ? Optional.empty()
        : target.objects().values().stream()
            .filter(watch -> watch.key().kind() == ObjectKind.WATCHES)
            .filter(watch -> watch.key().projectKey().equals(policy.projectKey()) && blocks(watch))
            .filter(
                watch -> blockingPolicies(watch.key(), watch.content()).containsKey(policy.name()))
            .map(StoredObject::key)
            .findFirst();
  }

  /** Whether this is the action of a curation policy that blocks. */
  static boolean isBlock(String action) {
    return action.equalsIgnoreCase(BLOCK);
  }
}
