package io.github.xrayclient.diagnostics.migration;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.internal.migration.planning.PlanOptions;
import io.github.xrayclient.diagnostics.internal.migration.planning.WaiverComparison;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayReadOnlyException;
import io.github.xrayclient.internal.call.Arguments;
import java.time.Clock;
import java.util.Objects;

/**
 * Reads, compares and changes the conditions, curation policies, policies, watches and ignore rules
 * of one server. To copy them to another server, take a {@link #snapshot snapshot} of the first
 * server. With a migration of the second server, make a {@link #plan plan} from the snapshot and
 * {@link #apply apply} the plan. Immutable and thread-safe: each setting returns a changed copy.
 */
public final class Migration {
  private static final int DEFAULT_MAX_DELETES = 10;

  private final XrayClient xray;
  private final MigrationSettings settings;

  private Migration(XrayClient xray, MigrationSettings settings) {
    this.xray = xray;
    this.settings = settings;
  }

  /**
   * A migration that reads and changes the server of this client. By default it covers the whole
   * server, keeps objects and waivers that only the server has, and stops at the first step that
   * fails.
   */
  public static Migration of(XrayClient xray) {
    return new Migration(Objects.requireNonNull(xray, "xray"), MigrationSettings.DEFAULTS);
  }

  /**
   * A copy that is limited to the policies, watches and ignore rules of one project. Conditions and
   * curation policies belong to no project, so they are left out.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  public Migration inProject(String key) {
    return new Migration(xray, settings.project(Arguments.checked("key", key)));
  }

  /**
   * A copy that covers only what this selection includes: its snapshots, plans and drifts are
   * limited to these objects, and the plans neither change nor delete others. What the selected
   * objects refer to, such as the condition of a curation policy, is part of a snapshot too; a plan
   * creates it if the target does not have it, and never changes it. Only the kinds of objects that
   * are needed for this are read. If a snapshot has a selection of its own, an object must be
   * included in both. If a {@link #mapping} renames conditions, those of a snapshot are selected by
   * their names in the snapshot, and those that only the server has by their names there.
   */
  public Migration select(Selection selection) {
    return with(settings.options.selection(Objects.requireNonNull(selection, "selection")));
  }

  /**
   * A copy whose plans delete at most 10 objects that the snapshot does not contain; see {@link
   * #prune(int)}.
   */
  public Migration prune() {
    return prune(DEFAULT_MAX_DELETES);
  }

  /**
   * A copy whose plans delete objects that the snapshot does not contain. By default they are kept.
   * A plan that would delete more objects than this is refused with a {@link MigrationException}.
   * Objects that are needed by others are kept in any case, and so are objects that are not
   * selected, and objects of kinds that could not be read for the snapshot.
   *
   * @throws IllegalArgumentException if {@code maxDeletes} is negative
   */
  public Migration prune(int maxDeletes) {
    if (maxDeletes < 0) {
      throw new IllegalArgumentException("maxDeletes must be 0 or greater, but was " + maxDeletes);
    }
    return with(settings.options.prune(maxDeletes));
  }

  /**
   * A copy whose plans delete waivers that the snapshot does not contain, and replace those that
   * differ. By default, waivers of the target are kept. A waiver with fields that this version of
   * the library does not know is not replaced.
   */
  public Migration exactWaivers() {
    return with(settings.options.waivers(WaiverComparison.EXACT));
  }

  /**
   * A copy whose plans and drifts leave waivers out: those of the target stay as they are, and
   * policies are created without waivers.
   */
  public Migration ignoreWaivers() {
    return with(settings.options.waivers(WaiverComparison.IGNORE));
  }

  /**
   * A copy whose plans turn no blocking of downloads on and none off. Curation policies that block
   * in the snapshot are created with the action dry run, so that the audit lists what they would
   * block, and those that are dry runs on this server remain so. New rules that block downloads are
   * created with this switched off. {@link MigrationPlan#awaitingPromotion} lists them, and {@link
   * #planPromotion} turns their blocking on. All other actions of rules are copied and in force at
   * once: those that send messages, fail builds, or block the distribution or promotion of release
   * bundles.
   *
   * <p>Only the first rule of a policy that matches an artifact counts. So if a policy blocks on
   * this server, its rules down to the last one that blocks stay in their places, even if the
   * snapshot does not have them, and all other rules come behind them. A plan that is not made as a
   * dry run gives the rules the order of the snapshot.
   *
   * <p>A watch whose policy blocks on this server already is created inactive. An active watch does
   * not get a policy that blocks, and if it has one already, it gets no other resources. {@code
   * awaitingPromotion()} lists these watches, too; a plan of the watch that is not made as a dry run
   * changes it. Since the policies decide this, {@link #apply} refuses the plan if a policy on which
   * it depends began to block after the plan was made. After the plan was applied, a further plan
   * may have steps for watches of projects, because they can then use the new policies of their
   * projects.
   *
   * <p>What blocks on this server goes on blocking, and a note of the kind {@link
   * PlanNote.Kind#STILL_BLOCKS} says so: curation policies, rules of policies even if the snapshot
   * does not have them, and watches with their resources and blocking policies. {@link #prune} does
   * not delete what blocks. If any policy blocks downloads, it does not delete ignore rules either,
   * and the plan does not replace an ignore rule by one that ends earlier. {@link #exactWaivers}
   * does not apply to curation policies that block. Their other fields are changed. If that changes
   * what they block, for example their repositories, the plan has a note of the kind {@link
   * PlanNote.Kind#BLOCKING_CHANGES}. New waivers and ignore rules are in force at once.
   */
  public Migration asDryRun() {
    return with(settings.options.asDryRun());
  }

  /**
   * A copy whose plans accept files with content that servers are known to refuse, such as an
   * action that this version of the library does not know. By default such a plan is refused, and
   * {@link MigrationException#findings} lists the content. A newer server may accept it. Each
   * object that a step creates or updates with such content gets a note. The objects of a snapshot
   * that was read from a server and not from files are never refused, since that server accepted
   * them.
   */
  public Migration unchecked() {
    return with(settings.options.unchecked());
  }

  /**
   * A copy whose plans and drifts replace names in the snapshot by those in this mapping. A
   * plan has a note about each entry that covers no name.
   */
  public Migration mapping(Mapping mapping) {
    return with(
        settings.options.mapping(Objects.requireNonNull(mapping, "mapping").names()));
  }

  /**
   * A copy that continues with the other steps of a plan after a step failed. By default the
   * migration stops there. A rollback always stops at the first step that fails.
   */
  public Migration continueOnFailure() {
    return new Migration(xray, settings.continueOnFailure());
  }

  /**
   * A copy whose rollbacks leave objects alone that somebody changed after the migration, and those
   * that such objects need. The report lists them as {@link StepResult.Outcome#SKIPPED}. By default
   * such a rollback is refused.
   */
  public Migration skipChanged() {
    return new Migration(xray, settings.skipChanged());
  }

  /** A copy that reports its progress to this listener instead of an earlier one. */
  public Migration progress(MigrationProgress listener) {
    return new Migration(xray, settings.progress(Objects.requireNonNull(listener, "listener")));
  }

  /** A copy with another clock, which decides whether ignore rules have expired. */
  Migration clock(Clock other) {
    return new Migration(xray, settings.clock(other));
  }

  /**
   * Reads the objects of the server, with one listing for each kind. Expired ignore rules are left
   * out. If the server has no Curation or the token has no permission, {@link Snapshot#notRead}
   * gives the reason.
   *
   * @throws MigrationException if two curation policies or two conditions have the same name, or
   *     the {@linkplain #select selection} includes no object of the server
   * @throws XrayException if the server cannot be read
   */
  public Snapshot snapshot() {
    return Failures.translated(() -> tasks().snapshot());
  }

  /**
   * Plans the requests that make this server like a snapshot. This only reads the server. Objects
   * and waivers that only the server has are kept, unless {@link #prune} or {@link #exactWaivers}
   * was called. The plan skips curation policies whose condition has the same name but different
   * content on this server, and waivers with fields that this version of the library does not know,
   * since one of these fields may be an expiry date.
   *
   * <p>The number of requests does not depend on the number of steps: one listing for each kind
   * that is needed, in pages of 100 for conditions, curation policies and ignore rules; and, if the
   * steps need them, one listing each of condition templates, of webhooks and of the repositories
   * of each Artifactory, and one request for each group and each project that they name.
   *
   * @throws IllegalArgumentException if the snapshot and this migration are limited to different
   *     projects, or {@link #exactWaivers} was called and the snapshot {@linkplain
   *     Snapshot#includesWaivers has no waivers}
   * @throws MigrationException if the files of the snapshot have content that servers are known to
   *     refuse, unless {@link #unchecked} was called; if two curation policies or two conditions of
   *     the server have the same name, the mapping gives two objects the same name or is
   *     {@linkplain Mapping#strict strict} and does not cover a name, the {@linkplain #select
   *     selection} includes no object of the server and the snapshot, or the plan would delete more
   *     objects than {@link #prune(int)} allows
   * @throws XrayException if the server cannot be read
   */
  public MigrationPlan plan(Snapshot snapshot) {
    Objects.requireNonNull(snapshot, "snapshot");
    return Failures.translated(() -> tasks().plan(snapshot));
  }

  /**
   * Finds out where this server differs from the snapshot that it should match. The selection, the
   * mapping, {@link #asDryRun}, {@link #exactWaivers} and {@link #ignoreWaivers} apply as for a
   * plan; {@link #prune} does not, because a drift lists objects that only the server has in any
   * case. With {@code exactWaivers}, it also lists waivers of curation policies that block. This
   * only reads the server.
   *
   * @throws IllegalArgumentException if the snapshot and this migration are limited to different
   *     projects
   * @throws MigrationException as {@link #plan} does
   * @throws XrayException if the server cannot be read
   */
  public Drift drift(Snapshot snapshot) {
    Objects.requireNonNull(snapshot, "snapshot");
    return Failures.translated(() -> prune(Integer.MAX_VALUE).tasks().drift(snapshot));
  }

  /**
   * Plans to turn on the blocking of policies, for example of those that a plan created {@link
   * #asDryRun as dry runs}. This only reads the server. Curation policies get the action block; the
   * notes and {@link MigrationPlan#dryRuns} say what each would have blocked according to the
   * audit. Rules of Xray policies get the download switches of {@link Promotion#as}; nothing is
   * known of what they would block, which a note says. What blocks already is not changed. A note
   * names each curation policy that the server has disabled; it blocks nothing. The plan
   * is applied and rolled back like any other.
   *
   * @throws IllegalArgumentException if the promotion has curation policies and this migration is
   *     limited to a project
   * @throws MigrationException if the server does not have one of the policies, or the curation
   *     policies would have blocked more downloads than the promotion allows
   * @throws XrayException if the server or its audit cannot be read
   */
  public MigrationPlan planPromotion(Promotion promotion) {
    Objects.requireNonNull(promotion, "promotion");
    if (!settings.project.isEmpty() && !promotion.curationPolicies().isEmpty()) {
      throw new IllegalArgumentException("promotion has curation policies, which belong to no"
          + " project, but this migration is limited to project \"" + settings.project
          + "\"; plan without a project");
    }
    return Failures.translated(() -> tasks().planPromotion(promotion));
  }

  /**
   * Sends the requests of a plan. Each step is recorded in the journal before its request is sent,
   * and again after its effect was verified. If the journal already records steps of this plan, the
   * migration continues after them and does not repeat them. The report has the reason for each
   * step that failed. The migration stops at such a step, unless {@link #continueOnFailure} was
   * called.
   *
   * <p>The same plan may be applied twice, even at the same time, with a journal for each. What the
   * other apply did is not repeated; the report calls such steps {@link
   * StepResult.Outcome#DONE_BEFORE}. If both create a condition, a curation policy or an ignore
   * rule, the one that was created first stays, and the apply that created the other deletes it and
   * continues with the one that stays.
   *
   * <p>This lists each kind of the plan once, asks for the version of Xray, and then sends three
   * requests for each step: it reads the object, writes it, and reads it again. A new ignore rule
   * needs only two, but the rules are listed once more at the end. Further requests are sent only
   * if a write fails, its answer is lost, or somebody changes the same objects at the same time.
   *
   * @throws MigrationException if the plan is for another server, somebody changed an object that
   *     the plan changes or needs, a policy began to block on which a plan {@linkplain #asDryRun
   *     made as a dry run} depends, or the journal cannot be read or written; then no further
   *     request is sent
   * @throws XrayReadOnlyException if the client is read-only; the journal is not changed
   * @throws XrayException if the server cannot be read before the first step
   */
  public MigrationReport apply(MigrationPlan plan, Journal journal) {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(journal, "journal");
    return Failures.translated(() -> tasks().apply(plan, journal));
  }

  /**
   * Undoes the steps that a journal records, the last one first, and records this in the journal.
   * An interrupted rollback continues when it is called again. Objects and waivers that are created
   * again get new ids. Fields that this version of the library does not know are not sent for them,
   * and waivers with such fields are not created again. The report then has notes about this and is
   * not complete.
   *
   * <p>A waiver that somebody added since to a curation policy that the migration updated stays. If
   * somebody added one to a curation policy that the migration created, the rollback is refused,
   * since the waiver would be deleted with the policy.
   *
   * <p>Objects are found by the ids in the journal, so others with the same names do not matter. If
   * the same plan was applied twice, the rollback of either journal undoes the steps of both,
   * because objects of one apply may need those of the other; after that, the rollback of the other
   * journal has nothing to undo.
   *
   * <p>This lists each kind of the plan once, and then sends at most three requests for each step.
   * As with {@link #apply}, further requests are sent only after failures and changes of others.
   *
   * @throws MigrationException if somebody changed one of the objects after the migration and
   *     {@link #skipChanged} was not called, or the journal is missing, is empty, is for another
   *     server, or cannot be read; then nothing is undone. Also if the journal cannot be written;
   *     then no further request is sent
   * @throws XrayReadOnlyException if the client is read-only; the journal is not changed
   * @throws XrayException if the server cannot be read before the first step
   */
  public MigrationReport rollBack(Journal journal) {
    Objects.requireNonNull(journal, "journal");
    return Failures.translated(() -> tasks().rollBack(journal));
  }

  /**
   * Finds out what {@link #rollBack rollBack(..)} would do now, and only reads the server. The
   * outcome of a step that would be undone is {@link StepResult.Outcome#WOULD_BE_DONE}. Works with
   * a read-only client, too.
   *
   * @throws MigrationException if the journal is missing, is empty, is for another server, or
   *     cannot be read
   * @throws XrayException if the server cannot be read
   */
  public MigrationReport previewRollBack(Journal journal) {
    Objects.requireNonNull(journal, "journal");
    return Failures.translated(() -> tasks().previewRollBack(journal));
  }

  private MigrationTasks tasks() {
    return new MigrationTasks(xray, settings);
  }

  private Migration with(PlanOptions changed) {
    return new Migration(xray, settings.options(changed));
  }
}
