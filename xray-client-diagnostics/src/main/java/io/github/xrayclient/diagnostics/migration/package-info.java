/**
 * Copies conditions, curation policies, policies, watches and ignore rules from one server to
 * another, keeps them in files, and finds differences.
 *
 * <p>Begin with {@link io.github.xrayclient.diagnostics.migration.Migration}. It reads a server
 * into a {@link io.github.xrayclient.diagnostics.migration.Snapshot}, which can be written into a
 * directory. It compares a snapshot with a server and returns a {@link
 * io.github.xrayclient.diagnostics.migration.MigrationPlan}: the requests that make the server like
 * the snapshot. It sends them when the plan is applied, and records each step in a {@link
 * io.github.xrayclient.diagnostics.migration.Journal}. With the journal, an interrupted migration
 * can be continued, and a migration can be rolled back.
 *
 * <pre>{@code
 * Snapshot snapshot = Migration.of(source).snapshot();
 * Migration migration = Migration.of(target);
 * MigrationPlan plan = migration.plan(snapshot);
 * System.out.println(plan); // to be reviewed before it is applied
 * Journal journal = Journal.at(Path.of("plan.journal"));
 * MigrationReport report = migration.apply(plan, journal);
 * if (!report.isComplete()) {
 *   System.out.println(report);
 *   migration.rollBack(journal);
 * }
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.diagnostics.migration;

import org.jspecify.annotations.NullMarked;
