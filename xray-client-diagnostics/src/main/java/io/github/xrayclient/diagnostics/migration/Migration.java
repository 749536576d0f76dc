package io.github.xrayclient.diagnostics.migration;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.ProgressReporter;
import io.github.xrayclient.diagnostics.internal.migration.content.ServerState;
import io.github.xrayclient.diagnostics.internal.migration.content.ServerStateReader;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanMaker;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanOptions;
import io.github.xrayclient.diagnostics.internal.migration.run.OpenJournal;
import io.github.xrayclient.diagnostics.internal.migration.run.PlanApplier;
import io.github.xrayclient.diagnostics.internal.migration.run.Rollback;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayReadOnlyException;
import io.github.xrayclient.internal.call.Arguments;
import java.time.Clock;
import java.util.Objects;

/**
 * Moves conditions, curation policies, policies, watches and ignore rules between servers, or keeps
 * them in files. Immutable and thread-safe: each setting returns a changed copy.
 */
public final class Migration {
  private final XrayClient xray;
  private final String project;
  private final PlanOptions options;
  private final Clock clock;
  private final boolean continueOnFailure;
  private final MigrationProgress progress;

  private Migration(
      XrayClient xray,
      String project,
      PlanOptions options,
      Clock clock,
      boolean continueOnFailure,
      MigrationProgress progress) {
    this.xray = xray;
    this.project = project;
    this.options = options;
    this.clock = clock;
    this.continueOnFailure = continueOnFailure;
    this.progress = progress;
  }

  /** Migrations from and to the platform of this client. */
  public static Migration of(XrayClient xray) {
    Objects.requireNonNull(xray, "xray");
    return new Migration(xray, "", PlanOptions.DEFAULTS, Clock.systemUTC(), false, event -> {});
  }

  /**
   * A copy for one project of this server: its policies, watches and ignore rules. Curation knows
   * no projects.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  public Migration inProject(String key) {
    return new Migration(
        xray, Arguments.checked("projectKey", key), options, clock, continueOnFailure, progress);
  }

  /** A copy whose plans delete what the snapshot does not have. */
  public Migration prune() {
    return with(new PlanOptions(true, options.exactWaivers, options.asDryRun, options.mapping));
  }

  /**
   * A copy whose plans drop waivers that the snapshot does not have, and replace those that differ.
   * A waiver with fields that this version of the library does not know is not replaced.
   */
  public Migration exactWaivers() {
    return with(new PlanOptions(options.prune, true, options.asDryRun, options.mapping));
  }

  /** A copy whose plans let curation policies only note in the audit what they would block. */
  public Migration asDryRun() {
    return with(new PlanOptions(options.prune, options.exactWaivers, true, options.mapping));
  }

  /** A copy whose plans translate names by this mapping. */
  public Migration mapping(Mapping mapping) {
    return with(
        new PlanOptions(options.prune, options.exactWaivers, options.asDryRun, mapping.names()));
  }

  /** A copy that applies the other steps of a plan even if one failed. */
  public Migration continueOnFailure() {
    return new Migration(xray, project, options, clock, true, progress);
  }

  /** A copy that tells this listener what it does. */
  public Migration progress(MigrationProgress listener) {
    return new Migration(
        xray,
        project,
        options,
        clock,
        continueOnFailure,
        Objects.requireNonNull(listener, "listener"));
  }

  /** A copy with another clock, by which ignore rules expire. */
  Migration clock(Clock other) {
    return new Migration(xray, project, options, other, continueOnFailure, progress);
  }

  /**
   * Reads the server, one list a kind. Where Curation is missing or may not be read, the snapshot
   * says so.
   *
   * @throws MigrationException if two curation policies, or two conditions, have one name
   * @throws XrayException if the server cannot be read
   */
  public Snapshot snapshot() {
    return Failures.translated(this::read);
  }

  private Snapshot read() {
    ServerState state = new ServerStateReader(xray, project, reporter()).readContent();
    return new Snapshot(
        new SnapshotContent(address(), version(), project, state.objects(), state.notRead()));
  }

  /** Empty if it may not be asked for; nothing depends on it. */
  private String version() {
    try {
      return xray.system().version().version().wire();
    } catch (XrayNotFoundException | XrayForbiddenException e) {
      return "";
    }
  }

  /**
   * What would have to change on the server to make it like a snapshot, whatever can be sent of it.
   *
   * @throws XrayException if the server cannot be read
   */
  public Difference difference(Snapshot desired) {
    Migration scoped = project.isEmpty() && desired.projectKey().isPresent()
        ? inProject(desired.projectKey().get())
        : this;
    return Difference.between(scoped.snapshot(), desired);
  }

  /**
   * The requests that bring this server to a snapshot. Objects and waivers that only the server has
   * stay, unless told otherwise. The plan skips a curation policy whose condition has the same name
   * but different content on this server, and a waiver with fields that this version of the library
   * does not know, since one of them may be an expiry. Nothing is changed.
   *
   * @throws IllegalArgumentException if the snapshot is of another project than this is limited to
   * @throws MigrationException if names are not unique
   * @throws XrayException if the server cannot be read
   */
  public MigrationPlan plan(Snapshot snapshot) {
    return Failures.translated(() ->
        new MigrationPlan(new PlanMaker(xray, scope(snapshot), options, clock.instant(), reporter())
            .plan(snapshot.content())));
  }

  /**
   * Sends the requests of a plan, each noted in the journal before, and verified after. If the
   * journal tells of this plan already, it goes on where that ended, and makes no step twice. A
   * step that the server refuses is in the report, and ends the migration unless told otherwise.
   *
   * @throws MigrationException if the plan is for another server, the server changed since, or the
   *     journal cannot be used; then nothing more is sent
   * @throws XrayReadOnlyException if the client is read-only; then the journal is not touched
   * @throws XrayException if the server cannot be read at the beginning
   */
  public MigrationReport apply(MigrationPlan plan, Journal journal) {
    checkTarget("plan", plan.target());
    checkMayWrite();
    return Failures.translated(() -> {
      try (OpenJournal open = journal.open()) {
        return new MigrationReport(
            PlanApplier.apply(plan.content(), open, xray, continueOnFailure, reporter()));
      }
    });
  }

  /**
   * Undoes what a journal tells of, the last step first, and notes it there. Objects and waivers
   * that are made again get new ids. Fields that this version of the library does not know cannot
   * be sent for them, and waivers that have such fields are not made again; the results of the
   * steps say so, and the report is not complete then. If it was interrupted, it goes on where it
   * ended.
   *
   * @throws MigrationException if somebody changed one of the objects since, or the journal cannot
   *     be used; then nothing is undone
   * @throws XrayReadOnlyException if the client is read-only; then the journal is not touched
   * @throws XrayException if the server cannot be read at the beginning
   */
  public MigrationReport rollBack(Journal journal) {
    checkMayWrite();
    return Failures.translated(() -> rolledBack(journal));
  }

  private MigrationReport rolledBack(Journal journal) {
    if (!journal.exists()) {
      throw new MigrationFailure(journal.file(), "there is no such file; name a journal", null);
    }
    try (OpenJournal open = journal.open()) {
      if (open.isNew()) {
        throw new MigrationFailure(journal.file(), "it is empty; name a journal", null);
      }
      checkTarget("journal", open.target());
      return new MigrationReport(Rollback.run(open, xray, reporter()));
    }
  }

  private void checkMayWrite() {
    if (xray.isReadOnly()) {
      throw new XrayReadOnlyException("PUT", xray.baseUrl());
    }
  }

  private void checkTarget(String what, String target) {
    if (!target.equals(address())) {
      throw new MigrationException(
          MigrationException.Kind.OTHER_SERVER,
          "the " + what + " is for " + target + ", and this is " + address(),
          null,
          null);
    }
  }

  /** The project on this server, as the snapshot or the caller says. */
  private String scope(Snapshot snapshot) {
    String mapped = snapshot.projectKey().map(options.mapping::projectOf).orElse("");
    if (!mapped.isEmpty() && !project.isEmpty() && !mapped.equals(project)) {
      throw new IllegalArgumentException("the snapshot is of project " + mapped
          + ", not of project " + project + "; map the one to the other, or leave one out");
    }
    return project.isEmpty() ? mapped : project;
  }

  private ProgressReporter reporter() {
    return new ProgressReporter(progress);
  }

  private String address() {
    return xray.baseUrl().toString();
  }

  private Migration with(PlanOptions changed) {
    return new Migration(xray, project, changed, clock, continueOnFailure, progress);
  }
}
