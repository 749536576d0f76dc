package io.github.xrayclient.diagnostics.internal.migration.plan;

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

/** Plans the waivers of curation policies, and notes those that the target does not get. */
final class PolicyWaivers {
  static final String UNKNOWN =
      ", which this version of the library does not know and does not send";

  private final boolean exact;
  private final PlanNotes notes;

  /**
   * @param exact whether waivers that only the target has are dropped
   */
  PolicyWaivers(boolean exact, PlanNotes notes) {
    this.exact = exact;
    this.notes = notes;
  }

  /**
   * Puts the waivers as they should be into the content that can be sent, and returns them in the
   * form in which they are sent.
   *
   * @param object the policy in the snapshot
   * @param stored the policy on the target, if there is one
   */
  ObjectNode merge(StoredObject object, Optional<StoredObject> stored, ObjectNode sendable) {
    ObjectKey key = object.key();
    ObjectNode sent = sendable.objectNode();
    List<String> skipped = new ArrayList<>();
    for (String list : CurationPolicyFields.WAIVERS) {
      JsonNode source = object.content().path(list);
      JsonNode there = stored.map(StoredObject::received).orElse(sent).path(list);
      WaiverMerge merge =
          exact ? WaiverMerge.exact(source, there) : WaiverMerge.keeping(source, there);
      sendable.set(list, merge.content());
      sent.set(list, merge.body());
      merge.skipped().forEach(waiver -> skipped.add(Waivers.nameWithUnknown(waiver)));
      addNotes(key, merge);
    }
    if (!skipped.isEmpty()) {
      notes.add(
          PlanNote.Kind.WAIVERS_SKIPPED,
          key,
          Waivers.count(skipped.size()) + " of " + key
              + (skipped.size() == 1 ? " is" : " are")
              + " skipped because of fields that this version"
              + " of the library does not know, one of which may be an expiry: "
              + String.join("; ", skipped) + "; see to them on the target by hand");
    }
    return sent;
  }

  private void addNotes(ObjectKey key, WaiverMerge merge) {
    merge
        .extras()
        .forEach(name -> notes.add(
            PlanNote.Kind.WAIVER_ONLY_ON_TARGET, key, name, "waiver " + name + " of " + key));
    merge
        .rephrased()
        .forEach(name -> notes.add(
            PlanNote.Kind.WAIVER_JUSTIFICATION_DIFFERS,
            key,
            name,
            "the justification of waiver " + name + " of " + key
                + ", which cannot be edited; exact waivers would replace it"));
    merge
        .differing()
        .forEach(name -> notes.add(
            PlanNote.Kind.WAIVER_FIELDS_DIFFER,
            key,
            name,
            "fields of waiver " + name + " of " + key + UNKNOWN));
    merge
        .skipped()
        .forEach(waiver -> notes.add(
            PlanNote.Kind.WAIVER_WITH_UNKNOWN_FIELDS,
            key,
            Waivers.name(waiver),
            "waiver " + Waivers.nameWithUnknown(waiver) + " of " + key
                + ", since a new waiver would not have the fields in parentheses" + UNKNOWN));
    merge.lost().forEach(waiver -> warnOfLoss(key, waiver));
  }

  private void warnOfLoss(ObjectKey key, JsonNode waiver) {
    notes.add(
        PlanNote.Kind.WAIVER_NOT_RESTORABLE,
        key,
        Waivers.name(waiver),
        "waiver " + Waivers.nameWithUnknown(waiver) + " of " + key
            + " is deleted, and a rollback cannot restore it, since this version of the library does not know the fields in parentheses");
  }

  /** Warns of the waivers of a policy that is deleted and that a rollback cannot restore. */
  void warnOfLosses(StoredObject policy) {
    policy.waivers().stream()
        .filter(waiver -> !Waivers.unknown(waiver).isEmpty())
        .forEach(waiver -> warnOfLoss(policy.key(), waiver));
  }
}
