package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.diagnostics.internal.migration.content.Comparison;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.PortableContent;
import io.github.xrayclient.diagnostics.internal.migration.content.ServerState;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.content.Waivers;
import io.github.xrayclient.diagnostics.migration.FieldChange;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the steps from what the target holds to what it shall hold. */
public final class Planner {
  private static final String UNKNOWN =
      ", which this version of the library does not know and does not send";

  private static final List<String> WAIVERS = CurationPolicyFields.WAIVERS;

  private final SortedMap<ObjectKey, ObjectNode> wanted;
  private final ServerState target;
  private final PlanOptions options;
  private final PlanNotes remarks;
  private final ConditionConflicts twins;
  private final List<PlannedStep> steps = new ArrayList<>();

  public Planner(
      SortedMap<ObjectKey, ObjectNode> wanted,
      ServerState target,
      PlanOptions options,
      PlanNotes remarks) {
    this.wanted = wanted;
    this.target = target;
    this.options = options;
    this.remarks = remarks;
    this.twins = new ConditionConflicts(wanted, target, options.mapping);
  }

  /** What others need comes first when it is made, and last when it is deleted. */
  public List<PlannedStep> steps() {
    wanted.forEach((key, content) -> {
      Optional<StoredObject> held = target.find(key);
      if (isAnotherTest(key, content)) {
        return;
      }
      if (held.isEmpty()) {
        create(key, content);
      } else if (key.kind() == ObjectKind.IGNORE_RULES) {
        replace(held.get(), content);
      } else {
        update(held.get(), content);
      }
    });
    if (steps.stream().anyMatch(step -> step.key().kind() == ObjectKind.POLICIES)) {
      remarks.leftOut(
          "fail_pull_request of policies, which servers take but never give back; an update switches it off");
    }
    deletions();
    return steps;
  }

  /** A policy that referred to another test would silently mean something else. */
  private boolean isAnotherTest(ObjectKey key, ObjectNode content) {
    Optional<String> reason = Optional.empty();
    if (key.kind() == ObjectKind.CONDITIONS) {
      reason = twins.ofCondition(key.name());
    } else if (key.kind() == ObjectKind.CURATION_POLICIES) {
      reason = twins.ofPolicy(content.path("condition").asText()).map(why -> key + ", " + why);
    }
    reason.ifPresent(remarks::leftOut);
    return reason.isPresent();
  }

  private void create(ObjectKey key, ObjectNode content) {
    if (key.kind() == ObjectKind.CONDITIONS && target.builtIn(key.name()).isPresent()) {
      return; // the same test, which policies find by its name
    }
    unsent(key, content, Optional.empty());
    ObjectNode sendable = PortableContent.sendable(key.kind(), content);
    ObjectNode body = WriteRequests.body(key, sendable, true);
    if (key.kind() == ObjectKind.CURATION_POLICIES) {
      if (!complete(key, content, body)) {
        return;
      }
      body.setAll(waivers(key, content, content.objectNode(), body));
      WAIVERS.forEach(list -> removeEmpty(list, body));
    }
    add(PlanStep.Action.CREATE, key, null, List.of(), body);
  }

  private static void removeEmpty(String list, ObjectNode body) {
    if (body.path(list).isEmpty()) {
      body.remove(list);
    }
  }

  private void update(StoredObject held, ObjectNode content) {
    ObjectKey key = held.key();
    unsent(key, content, Optional.of(held));
    String type = held.content().path("type").asText();
    if (!type.equalsIgnoreCase(content.path("type").asText())) {
      remarks.warn(key + " is of type " + type + " on the target, which servers may not change");
    }
    ObjectNode sendable = PortableContent.sendable(key.kind(), content);
    ObjectNode there = PortableContent.sendable(key.kind(), held.content());
    ObjectNode waivers = key.kind() == ObjectKind.CURATION_POLICIES
        ? waivers(key, content, held.raw(), sendable)
        : sendable.objectNode();
    List<FieldChange> changes = Comparison.between(key.kind(), there, sendable);
    if (changes.isEmpty()) {
      return;
    }
    ObjectNode body = WriteRequests.body(key, sendable, false).setAll(waivers);
    if (key.kind() == ObjectKind.CURATION_POLICIES && !complete(key, content, body)) {
      return;
    }
    if (key.kind() == ObjectKind.CURATION_POLICIES) {
      PortableContent.unknownFields(key.kind(), held.content())
          .forEach(field -> remarks.warn("the update may reset the field " + field + " that " + key
              + " has on the target" + UNKNOWN));
    }
    add(PlanStep.Action.UPDATE, key, held, words(changes), body);
  }

  private static List<String> words(List<FieldChange> changes) {
    return changes.stream().map(FieldChange::toString).collect(Collectors.toList());
  }

  /** An ignore rule cannot be changed; the new one comes before the old one goes. */
  private void replace(StoredObject held, ObjectNode content) {
    ObjectKey key = held.key();
    unsent(key, content, Optional.of(held));
    ObjectNode sendable = PortableContent.sendable(key.kind(), content);
    ObjectNode there = PortableContent.sendable(key.kind(), held.content());
    List<FieldChange> changes = Comparison.between(key.kind(), there, sendable);
    if (!changes.isEmpty()) {
      add(PlanStep.Action.CREATE, key, null, words(changes), sendable);
      add(PlanStep.Action.DELETE, key, held, List.of(), null);
    }
  }

  /**
   * Puts the waivers as they should be into the content that can be sent, and returns them in the
   * form in which they are sent.
   *
   * @param content the policy in the snapshot
   * @param there the policy on the target; an empty object if there is none yet
   */
  private ObjectNode waivers(
      ObjectKey key, ObjectNode content, ObjectNode there, ObjectNode sendable) {
    ObjectNode sent = sendable.objectNode();
    List<String> leftOut = new ArrayList<>();
    for (String list : WAIVERS) {
      WaiverMerge merge = options.exactWaivers
          ? WaiverMerge.exact(content.path(list), there.path(list))
          : WaiverMerge.keeping(content.path(list), there.path(list));
      sendable.set(list, merge.content());
      sent.set(list, merge.body());
      leftOut.addAll(merge.leftOut());
      tell(key, merge);
    }
    if (!leftOut.isEmpty()) {
      remarks.countWaiversLeftOut(leftOut.size());
      remarks.warn(Waivers.count(leftOut.size()) + " of " + key
          + (leftOut.size() == 1 ? " is" : " are") + " left out because of fields that this version"
          + " of the library does not know, one of which may be an expiry: "
          + String.join("; ", leftOut) + "; see to them on the target by hand");
    }
    return sent;
  }

  private void tell(ObjectKey key, WaiverMerge merge) {
    merge.extras().forEach(name -> remarks.extra("waiver " + name + " of " + key));
    merge
        .rephrased()
        .forEach(name -> remarks.leftOut("the justification of waiver " + name + " of " + key
            + ", which cannot be edited; exact waivers would replace it"));
    merge
        .differing()
        .forEach(name -> remarks.leftOut("fields of waiver " + name + " of " + key + UNKNOWN));
    merge
        .leftOut()
        .forEach(name -> remarks.leftOut("waiver " + name + " of " + key
            + ", since a new waiver would not have the fields in parentheses" + UNKNOWN));
    merge.lost().forEach(name -> warnOfLoss(key, name));
  }

  private void warnOfLoss(ObjectKey key, String waiver) {
    remarks.warn(
        "waiver " + waiver + " of " + key + " is deleted, and a rollback cannot restore it,"
            + " since this version of the library does not know the fields in parentheses");
  }

  /** Puts the id of the condition in; false if nothing can stand for it. */
  private boolean complete(ObjectKey key, ObjectNode content, ObjectNode body) {
    String name = content.path("condition").asText();
    if (name.isEmpty()) {
      remarks.leftOut(key + ", whose condition has no name in the snapshot; name it there");
      return false;
    }
    ObjectKey condition = ObjectKey.of(ObjectKind.CONDITIONS, name);
    Optional<String> id = target.conditionId(name);
    if (id.isEmpty() && !wanted.containsKey(condition)) {
      remarks.warn(key + " needs the " + condition
          + ", which the target does not have; make it there, or the step will fail");
    } else if (target.find(condition).isPresent()
        && !wanted.containsKey(condition)
        && !options.mapping.meansCondition(name)) {
      remarks.warn(key + " uses the " + condition
          + " of the target, which the snapshot does not hold; see that it tests the same");
    }
    body.remove("condition");
    if (id.isPresent()) {
      body.set("condition_id", TextNode.valueOf(id.get()));
    } else {
      body.set("condition_id", WriteRequests.reference(name));
    }
    if (!body.hasNonNull("waiver_request_config")) {
      body.put("waiver_request_config", "forbidden");
    }
    return true;
  }

  /** Tells of what the snapshot has and no request can hold. */
  private void unsent(ObjectKey key, ObjectNode content, Optional<StoredObject> held) {
    boolean offHere = isOff(content);
    boolean offThere = held.filter(there -> isOff(there.content())).isPresent();
    if (offHere && !offThere) {
      remarks.leftOut(
          key + " is switched off in the snapshot, which only servers do by themselves");
    } else if (offThere && !offHere) {
      remarks.leftOut(
          key + " was switched off by the target, since it covers nothing; reenable it");
    }
    if (ObjectKinds.isNamed(key.kind())) {
      return;
    }
    ObjectNode there = held.map(StoredObject::content).orElseGet(content::objectNode);
    for (String field : PortableContent.unknownFields(key.kind(), content)) {
      if (!content.get(field).equals(there.get(field))) {
        remarks.leftOut("the field " + field + " of " + key + UNKNOWN);
      }
    }
  }

  private static boolean isOff(ObjectNode content) {
    return content.path("enabled").isBoolean() && !content.path("enabled").asBoolean();
  }

  private void deletions() {
    SortedMap<ObjectKey, StoredObject> surplus = new TreeMap<>(Comparator.reverseOrder());
    surplus.putAll(target.objects());
    surplus.keySet().removeAll(wanted.keySet());
    NeededObjects needed = NeededObjects.of(wanted, target);
    surplus.forEach((key, held) -> {
      Optional<ObjectKey> user = needed.userOf(key);
      if (!options.prune) {
        remarks.extra(key.toString());
      } else if (user.isPresent()) {
        remarks.extra(key.toString());
        remarks.warn(key + " is not in the snapshot, but " + user.get()
            + " of the snapshot needs it; it is kept");
      } else {
        PortableContent.waivers(held.raw()).stream()
            .filter(waiver -> !Waivers.unknown(waiver).isEmpty())
            .forEach(waiver -> warnOfLoss(key, Waivers.nameWithUnknown(waiver)));
        add(PlanStep.Action.DELETE, key, held, List.of(), null);
      }
    });
  }

  private void add(
      PlanStep.Action action,
      ObjectKey key,
      @Nullable StoredObject held,
      List<String> changes,
      @Nullable ObjectNode body) {
    String id = held == null ? "" : held.id();
    String before = held == null ? "" : held.fingerprint();
    steps.add(new PlannedStep(steps.size() + 1, action, key, id, before, changes, body));
  }
}
