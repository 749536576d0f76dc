package io.github.xrayclient.diagnostics.migration;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.internal.migration.planning.PlanMaker;
import io.github.xrayclient.diagnostics.internal.migration.planning.PromotionMaker;
import io.github.xrayclient.diagnostics.internal.migration.run.OpenJournal;
import io.github.xrayclient.diagnostics.internal.migration.run.PlanApplier;
import io.github.xrayclient.diagnostics.internal.migration.run.Rollback;
import io.github.xrayclient.diagnostics.internal.migration.selection.SelectedContent;
import io.github.xrayclient.diagnostics.internal.migration.selection.SelectionCheck;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerStateReader;
import io.github.xrayclient.diagnostics.internal.migration.server.XrayVersion;
import io.github.xrayclient.error.XrayReadOnlyException;
import io.github.xrayclient.internal.call.ServerAddress;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** Does what callers ask a {@link Migration} to do, with its settings. */
final class MigrationTasks {
  private final XrayClient xray;
  private final MigrationSettings settings;

  MigrationTasks(XrayClient xray, MigrationSettings settings) {
    this.xray = xray;
    this.settings = settings;
  }

  Snapshot snapshot() {
    Selection selection = settings.options.selection;
    SnapshotContent content = read(selection);
    SelectionCheck.check(selection, address(), content.objects().keySet(), content.notRead());
    return new Snapshot(SelectedContent.of(content, selection));
  }

  /** Reads the objects of the kinds that are needed, also those that are not selected. */
  private SnapshotContent read(Selection selection) {
    ServerState state = SelectedContent.read(
        new ServerStateReader(xray, settings.project, settings.reporter()).contentOnly(),
        selection);
    return new SnapshotContent(
        address(),
        XrayVersion.of(xray).orElse(""),
        settings.project,
        Selection.all(),
        state.objects(),
        state.notRead());
  }

  MigrationPlan plan(Snapshot snapshot) {
    return new MigrationPlan(planMaker(snapshot).plan(snapshot.content()));
  }

  Drift drift(Snapshot snapshot) {
    return Drift.of(planMaker(snapshot).onlyToCompare().plan(snapshot.content()));
  }

  private PlanMaker planMaker(Snapshot snapshot) {
    return new PlanMaker(
        xray, scope(snapshot), settings.options, settings.clock.instant(), settings.reporter());
  }

  MigrationPlan planPromotion(Promotion promotion) {
    return new MigrationPlan(PromotionMaker.plan(
        xray,
        promotion.snapshot().map(this::scope).orElse(settings.project),
        promotion,
        promotion
            .snapshot()
            .map(snapshot -> PlanMaker.desired(
                xray,
                snapshot.content(),
                scope(snapshot),
                settings.options,
                settings.clock.instant()))
            .orElseGet(TreeMap::new),
        settings.reporter()));
  }

  MigrationReport apply(MigrationPlan plan, Journal journal) {
    checkTarget("plan", plan.target());
    checkMayWrite();
    try (OpenJournal open = journal.open(settings.clock)) {
      return new MigrationReport(PlanApplier.apply(
          plan.content(), open, xray, settings.continueOnFailure, settings.reporter()));
    }
  }

  MigrationReport rollBack(Journal journal) {
    checkMayWrite();
    return rolledBack(
        journal, open -> Rollback.run(open, xray, settings.skipChanged, settings.reporter()));
  }

  MigrationReport previewRollBack(Journal journal) {
    return rolledBack(
        journal, open -> Rollback.preview(open, xray, settings.skipChanged, settings.reporter()));
  }

  private MigrationReport rolledBack(
      Journal journal, Function<OpenJournal, List<StepResult>> work) {
    if (!journal.exists()) {
      throw new MigrationFailure(
          journal.file(), "there is no such file; use the journal of an applied plan", null);
    }
    try (OpenJournal open = journal.open(settings.clock)) {
      if (open.isNew()) {
        throw new MigrationFailure(
            journal.file(), "it is empty; use the journal of an applied plan", null);
      }
      checkTarget("journal", open.target());
      return new MigrationReport(work.apply(open));
    }
  }

  private void checkMayWrite() {
    if (xray.isReadOnly()) {
      throw new XrayReadOnlyException("PUT", xray.baseUrl());
    }
  }

  private void checkTarget(String what, String target) {
    if (!ServerAddress.isSame(target, address())) {
      throw new MigrationException(
          MigrationException.Kind.OTHER_SERVER,
          "the " + what + " is for " + target + ", but the client is connected to " + address()
              + "; connect to " + target,
          null,
          null);
    }
  }

  /**
   * The project on this server to which the snapshot or the caller limits the plan; empty for none.
   */
  private String scope(Snapshot snapshot) {
    String project = settings.project;
    String mapped =
        snapshot.projectKey().map(settings.options.mapping::projectOf).orElse("");
    if (!mapped.isEmpty() && !project.isEmpty() && !mapped.equals(project)) {
      throw new IllegalArgumentException("the snapshot is limited to project \"" + mapped
          + "\", but the plan is limited to project \"" + project + "\"; map \"" + mapped
          + "\" to \"" + project + "\", or plan without a project");
    }
    return project.isEmpty() ? mapped : project;
  }

  private String address() {
    return xray.baseUrl().toString();
  }
}
