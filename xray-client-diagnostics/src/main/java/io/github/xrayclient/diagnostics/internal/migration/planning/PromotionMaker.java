package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.audit.DryRunReport;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.diagnostics.internal.migration.content.Comparison;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanContent;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlannedStep;
import io.github.xrayclient.diagnostics.internal.migration.plan.UsedObjects;
import io.github.xrayclient.diagnostics.internal.migration.plan.WriteRequests;
import io.github.xrayclient.diagnostics.internal.migration.progress.ProgressReporter;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerStateReader;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.diagnostics.migration.Promotion;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.value.Timestamp;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes a plan that turns on the blocking of policies, from what the audit says about them. */
public final class PromotionMaker {
  private final XrayClient xray;
  private final String project;
  private final Promotion promotion;
  private final SortedMap<ObjectKey, StoredObject> desired;
  private final ServerState target;
  private final PlanNotes notes;
  private final UnsentParts unsent;
  private final SortedMap<ObjectKey, DryRunReport> reports = new TreeMap<>();
  private final List<PlannedStep> steps = new ArrayList<>();

  private PromotionMaker(
      XrayClient xray,
      String project,
      Promotion promotion,
      SortedMap<ObjectKey, StoredObject> desired,
      ServerState target) {
    this.xray = xray;
    this.project = project;
    this.promotion = promotion;
    this.desired = desired;
    this.target = target;
    this.notes = new PlanNotes(xray::redact);
    this.unsent = new UnsentParts(notes);
  }

  /**
   * Reads the server and the audit, and makes the plan.
   *
   * @param desired the objects of the snapshot of the promotion, with the names of the target
   */
  public static PlanContent plan(
      XrayClient xray,
      String project,
      Promotion promotion,
      SortedMap<ObjectKey, StoredObject> desired,
      ProgressReporter progress) {
    Set<ObjectKind> kinds = EnumSet.noneOf(ObjectKind.class);
    if (!promotion.curationPolicies().isEmpty()) {
      kinds.addAll(List.of(ObjectKind.CONDITIONS, ObjectKind.CURATION_POLICIES));
    }
    if (!promotion.policies().isEmpty()) {
      kinds.add(ObjectKind.POLICIES);
    }
    ServerState target = new ServerStateReader(xray, project, progress).read(kinds);
    return new PromotionMaker(xray, project, promotion, desired, target).plan(kinds);
  }

  private PlanContent plan(Set<ObjectKind> kinds) {
    List<StoredObject> curationPolicies =
        found(ObjectKind.CURATION_POLICIES, "", promotion.curationPolicies());
    List<StoredObject> policies = found(ObjectKind.POLICIES, project, promotion.policies());
    curationPolicies.forEach(this::promoteCurationPolicy);
    refuseTooManyBlocked();
    policies.forEach(this::promotePolicy);
    return new PlanContent(
            xray.baseUrl().toString(),
            project,
            kinds,
            Selection.all(),
            new UsedObjects(target).of(steps, false),
            steps,
            notes.all())
        .withDryRuns(reports);
  }

  private List<StoredObject> found(ObjectKind kind, String owner, List<String> names) {
    List<StoredObject> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String name : names) {
      target
          .find(ObjectKinds.key(kind, name, owner))
          .ifPresentOrElse(found::add, () -> missing.add("\"" + name + "\""));
    }
    if (!missing.isEmpty()) {
      throw new MigrationFailure(
          MigrationException.Kind.OBJECT_NOT_FOUND,
          "no " + kind + (owner.isEmpty() ? "" : " of project \"" + owner + "\"")
              + " has the name " + String.join(" or ", missing)
              + "; check the names, and check that the client is connected to the right server");
    }
    return found;
  }

  private void promoteCurationPolicy(StoredObject policy) {
    ObjectKey key = policy.key();
    if (UnsentParts.isOff(policy.content())) {
      notes.add(
          PlanNote.Kind.STAYS_DISABLED,
          key,
          key + " is disabled on the target, usually because it covers no repository, and blocks"
              + " nothing until it is enabled again");
    }
    if (TargetBlocking.isBlock(policy.content().path(StagedRollout.ACTION).asText())) {
      noteAlreadyBlocks(key);
      return;
    }
    DryRunReport report =
        Curation.of(xray).audit().wouldBlock(CurationPolicyId.of(policy.id()), promotion.last());
    reports.put(key, report);
    note(policy, report);
    ObjectNode content = policy.byConditionId().sendable().deepCopy();
    ObjectNode body = content.put(StagedRollout.ACTION, "block").deepCopy();
    for (String list : CurationPolicyFields.WAIVERS) {
      JsonNode kept = policy.received().path(list);
      body.set(list, WaiverMerge.keeping(kept, kept).body());
    }
    add(policy, policy.byConditionId().sendable(), content, body);
  }

  private void note(StoredObject policy, DryRunReport report) {
    ObjectKey key = policy.key();
    String since = " since " + report.createdFrom().wire();
    if (report.downloads() == 0) {
      notes.add(
          PlanNote.Kind.NO_DRY_RUN_EVENTS,
          key,
          "the audit has no download that " + key + " would have blocked" + since
              + "; it has none either if Curation is off, if the policy was not a dry run, or if"
              + " the server has deleted older events");
    } else {
      notes.add(
          PlanNote.Kind.WOULD_HAVE_BLOCKED,
          key,
          key + " would have blocked " + DryRunWords.of(report) + since);
    }
    String changed = changed(policy.received());
    boolean isRecent = Timestamp.of(changed)
        .toInstant()
        .flatMap(time -> report.createdFrom().toInstant().filter(time::isAfter))
        .isPresent();
    if (isRecent) {
      notes.add(
          PlanNote.Kind.CHANGED_IN_PERIOD,
          key,
          key + " was created or changed at " + changed
              + ", so the audit may not show all that it would block now");
    }
  }

  /** The time of the last change of a policy, or else of its creation; empty if it has neither. */
  private static String changed(ObjectNode policy) {
    String updated = policy.path("updated_at").asText();
    return updated.isEmpty() ? policy.path("created_at").asText() : updated;
  }

  private void refuseTooManyBlocked() {
    long blocked = reports.values().stream().mapToLong(DryRunReport::downloads).sum();
    if (promotion.maxBlocked().isPresent() && blocked > promotion.maxBlocked().getAsLong()) {
      throw new MigrationFailure(
          MigrationException.Kind.TOO_MANY_BLOCKED,
          xray.redact("the curation policies would have blocked " + blocked
              + " downloads, and the limit is " + promotion.maxBlocked().getAsLong() + ": "
              + reports.entrySet().stream()
                  .filter(entry -> entry.getValue().downloads() > 0)
                  .map(entry -> entry.getKey() + " " + DryRunWords.of(entry.getValue()))
                  .collect(Collectors.joining("; "))
              + "; add waivers, change the policies, or raise the limit"));
    }
  }

  private void promotePolicy(StoredObject policy) {
    ObjectKey key = policy.key();
    ObjectNode content = policy.content().deepCopy();
    if (promotion.snapshot().isPresent()) {
      PromotedRules.turnOn(content, wanted(key));
    } else {
      PromotedRules.turnOn(content);
    }
    if (Comparison.between(key.kind(), policy.content(), content).isEmpty()) {
      noteAlreadyBlocks(key);
      return;
    }
    notes.add(
        PlanNote.Kind.BLOCKED_DOWNLOADS_UNKNOWN,
        key,
        "nothing is known of the downloads that " + key
            + " would block, because Xray keeps no record of them");
    notes.add(
        PlanNote.Kind.FIELD_NOT_READABLE,
        key,
        "fail_pull_request",
        "the update of " + key + " sets its field fail_pull_request to false, because servers"
            + " accept this field but never return it");
    add(policy, policy.content(), content, WriteRequests.body(key, content, false));
  }

  private StoredObject wanted(ObjectKey key) {
    return Optional.ofNullable(desired.get(key))
        .orElseThrow(() -> new MigrationFailure(
            MigrationException.Kind.OBJECT_NOT_FOUND,
            "the snapshot has no " + key + ", so it is not known which of the policy's switches to"
                + " turn on; use a snapshot that contains the policy, or plan the promotion without"
                + " a snapshot"));
  }

  private void noteAlreadyBlocks(ObjectKey key) {
    notes.add(
        PlanNote.Kind.ALREADY_BLOCKS,
        key,
        key + " is not changed, because there is no blocking that can be turned on");
  }

  private void add(StoredObject policy, ObjectNode from, ObjectNode to, ObjectNode body) {
    ObjectKey key = policy.key();
    unsent.noteSent(policy);
    unsent.noteUpdate(key, policy);
    steps.add(new PlannedStep(
        steps.size() + 1,
        PlanStep.Action.UPDATE,
        key,
        policy,
        Comparison.between(key.kind(), from, to),
        body));
  }
}
