package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.xrayclient.diagnostics.internal.migration.content.DownloadSwitches;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.content.WatchSwitch;
import io.github.xrayclient.diagnostics.internal.migration.selection.ObjectReferences;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the objects of the target on which the steps of a plan depend. */
public final class UsedObjects {
  private final ServerState target;
  private final Set<ObjectKey> known;
  private final Map<String, StoredObject> conditions = new HashMap<>();
  private final SortedMap<ObjectKey, UsedObject> needed = new TreeMap<>();
  private final SortedMap<ObjectKey, UsedObject> notBlocking = new TreeMap<>();

  public UsedObjects(ServerState target) {
    this.target = target;
    this.known = target.keysWithGlobalPolicies();
    target.objects().forEach((key, stored) -> {
      if (key.kind() == ObjectKind.CONDITIONS) {
        conditions.put(stored.id(), stored);
      }
    });
  }

  /**
   * The objects that the steps need and do not change. If the plan is staged as a dry run, also the
   * policies that must not block, because otherwise a step would change what is blocked.
   */
  public List<UsedObject> of(Collection<PlannedStep> steps, boolean isStaged) {
    steps.forEach(this::addNeeded);
    Set<ObjectKey> changed = steps.stream().map(PlanStep::object).collect(Collectors.toSet());
    needed.keySet().removeAll(changed);
    if (isStaged) {
      steps.forEach(this::addNotBlocking);
      steps.stream()
          .filter(step -> step.object().kind() == ObjectKind.IGNORE_RULES
              && step.action() == PlanStep.Action.DELETE)
          .findFirst()
          .ifPresent(step -> addAllPolicies(changed, step.object()));
    }
    List<UsedObject> used = new ArrayList<>(needed.values());
    used.addAll(notBlocking.values());
    return used;
  }

  private void addNeeded(PlannedStep step) {
    ObjectKey user = step.object();
    JsonNode body = body(step);
    Optional.ofNullable(conditions.get(body.path("condition_id").asText()))
        .ifPresent(stored -> needed.putIfAbsent(stored.key(), UsedObject.unchanged(stored, user)));
    for (ObjectKey policy : policies(body)) {
      ObjectReferences.resolve(user, policy, known)
          .ifPresent(key -> needed.putIfAbsent(key, UsedObject.existing(key, user)));
    }
  }

  private static JsonNode body(PlannedStep step) {
    return step.body().<JsonNode>map(body -> body).orElseGet(JsonNodeFactory.instance::missingNode);
  }

  /** The names of the policies of a watch, as keys of global policies. */
  private static List<ObjectKey> policies(JsonNode watch) {
    List<ObjectKey> policies = new ArrayList<>();
    for (JsonNode policy : watch.path("assigned_policies")) {
      policies.add(ObjectKey.of(ObjectKind.POLICIES, policy.path("name").asText()));
    }
    return policies;
  }

  /**
   * Adds the policies that a watch has or gets, unless it is inactive before and after, and the
   * global policy whose place a new policy of a project takes.
   */
  private void addNotBlocking(PlannedStep step) {
    ObjectKey user = step.object();
    if (user.kind() == ObjectKind.WATCHES) {
      Optional<JsonNode> before = step.before().map(StoredObject::content);
      List<JsonNode> versions =
          Stream.of(before, step.body()).flatMap(Optional::stream).collect(Collectors.toList());
      if (versions.stream().anyMatch(WatchSwitch::isOn)) {
        versions.forEach(watch -> policies(watch).forEach(policy -> addNotBlocking(policy, user)));
      }
    } else if (user.kind() == ObjectKind.POLICIES
        && user.projectKey().isPresent()
        && step.action() == PlanStep.Action.CREATE) {
      addIfNotBlocking(ObjectKey.of(ObjectKind.POLICIES, user.name()), user);
    }
  }

  /**
   * Adds all policies of the target, and those of the plan, which may be applied in parts, with a
   * promotion between them.
   */
  private void addAllPolicies(Set<ObjectKey> planned, ObjectKey user) {
    Stream.concat(known.stream(), planned.stream())
        .filter(key -> key.kind() == ObjectKind.POLICIES)
        .forEach(key -> addIfNotBlocking(key, user));
  }

  /**
   * Adds the policy with this name of the user's project, and the global one. They need not exist,
   * since somebody may create them before the plan is applied.
   */
  private void addNotBlocking(ObjectKey policy, ObjectKey user) {
    addIfNotBlocking(policy, user);
    addIfNotBlocking(
        ObjectKinds.key(policy.kind(), policy.name(), user.projectKey().orElse("")), user);
  }

  private void addIfNotBlocking(ObjectKey policy, ObjectKey user) {
    boolean blocks = target
        .findWithGlobalPolicies(policy)
        .filter(stored -> DownloadSwitches.isAnyRuleOn(stored.content()))
        .isPresent();
    if (!blocks) {
      notBlocking.putIfAbsent(policy, UsedObject.notBlocking(policy, user));
    }
  }
}
