package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.content.Waivers;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Plans the waivers of curation policies, and adds notes on those that are not copied. */
final class PolicyWaivers {
  private final Predicate<StoredObject> keepsWaivers;
  private final WaiverComparison comparison;
  private final PlanNotes notes;

  /**
   * @param keepsWaivers whether a policy of the target keeps its waivers even if they should be
   *     exactly those of the snapshot
   */
  PolicyWaivers(
      Predicate<StoredObject> keepsWaivers, WaiverComparison comparison, PlanNotes notes) {
    this.keepsWaivers = keepsWaivers;
    this.comparison = comparison;
    this.notes = notes;
  }

  /**
   * Sets the waivers in the content of the policy, and returns them as a request names them: those
   * that the target already has by their ids.
   *
   * @param object the policy in the snapshot
   * @param stored the policy on the target, if there is one
   */
  ObjectNode merge(StoredObject object, Optional<StoredObject> stored, ObjectNode sendable) {
    ObjectKey key = object.key();
    ObjectNode sent = sendable.objectNode();
    boolean isKept =
        comparison == WaiverComparison.EXACT && stored.filter(keepsWaivers).isPresent();
    WaiverComparison effective = isKept ? WaiverComparison.KEEP : comparison;
    List<String> skipped = new ArrayList<>();
    if (effective == WaiverComparison.IGNORE && stored.isEmpty()) {
      notes.add(
          PlanNote.Kind.WAIVERS_LEFT_OUT,
          key,
          key + " is created without waivers, because they are left out; what is exempted on the"
              + " source will not be exempted on the target");
    }
    for (String list : CurationPolicyFields.WAIVERS) {
      JsonNode there = stored.map(StoredObject::received).orElse(sent).path(list);
      WaiverMerge merge = merged(effective, object.content().path(list), there);
      sendable.set(list, merge.content());
      sent.set(list, merge.body());
      merge.skipped().forEach(waiver -> skipped.add(Waivers.nameWithUnknown(waiver)));
      addNotes(key, merge, isKept);
    }
    if (!skipped.isEmpty()) {
      notes.add(
          PlanNote.Kind.WAIVERS_SKIPPED,
          key,
          Waivers.count(skipped.size()) + " of " + key
              + (skipped.size() == 1 ? " is" : " are")
              + " skipped, because this version of the library does not know the fields in"
              + " parentheses, and one of these may be an expiry date: "
              + String.join("; ", skipped)
              + (skipped.size() == 1 ? "; add or correct it" : "; add or correct them")
              + " on the target by hand");
    }
    return sent;
  }

  private static WaiverMerge merged(WaiverComparison comparison, JsonNode source, JsonNode target) {
    switch (comparison) {
      case EXACT:
        return WaiverMerge.exact(source, target);
      case IGNORE:
        return WaiverMerge.keeping(target, target);
      default:
        return WaiverMerge.keeping(source, target);
    }
  }

  /**
   * @param isKept whether the policy keeps its waivers because it blocks and the plan is staged
   */
  private void addNotes(ObjectKey key, WaiverMerge merge, boolean isKept) {
    merge
        .onlyOnTarget()
        .forEach(waiver -> notes.add(
            PlanNote.Kind.WAIVER_ONLY_ON_TARGET,
            key,
            Waivers.name(waiver),
            "waiver " + Waivers.name(waiver) + " of " + key + " is only on the target"
                + Waivers.added(waiver)
                + (isKept
                    ? "; it is kept, because the policy blocks there; to delete it, plan without"
                        + " staging it as a dry run"
                    : "")));
    merge
        .rephrased()
        .forEach(name -> notes.add(
            PlanNote.Kind.WAIVER_JUSTIFICATION_DIFFERS,
            key,
            name,
            "the justification of waiver " + name + " of " + key
                + " differs and cannot be edited; to replace the waiver, plan with"
                + " exact waivers"
                + (isKept ? " and without staging it as a dry run" : "")));
    merge
        .differing()
        .forEach(name -> notes.add(
            PlanNote.Kind.WAIVER_FIELDS_DIFFER,
            key,
            name,
            "waiver " + name + " of " + key
                + " differs in fields that this version of the library does not know and"
                + " cannot copy"));
    merge
        .skipped()
        .forEach(waiver -> notes.add(
            PlanNote.Kind.WAIVER_WITH_UNKNOWN_FIELDS,
            key,
            Waivers.name(waiver),
            "waiver " + Waivers.nameWithUnknown(waiver) + " of " + key
                + " is skipped, because this version of the library does not know the fields in"
                + " parentheses and cannot copy them"));
    merge.lost().forEach(waiver -> warnOfLoss(key, waiver));
  }

  private void warnOfLoss(ObjectKey key, JsonNode waiver) {
    notes.add(
        PlanNote.Kind.WAIVER_NOT_RESTORABLE,
        key,
        Waivers.name(waiver),
        "waiver " + Waivers.nameWithUnknown(waiver) + " of " + key
            + " will be deleted, and a rollback cannot restore it, because this version of the"
            + " library does not know the fields in parentheses");
  }

  /** Adds a warning for each waiver of a deleted policy that a rollback cannot restore. */
  void warnOfLosses(StoredObject policy) {
    policy.waivers().stream()
        .filter(waiver -> !Waivers.unknown(waiver).isEmpty())
        .forEach(waiver -> warnOfLoss(policy.key(), waiver));
  }
}
