/**
 * Copies conditions, curation policies, policies, watches and ignore rules between servers, or keeps
 * them in files. Begin with {@link io.github.xrayclient.diagnostics.migration.Migration}. It reads a
 * server into a {@link io.github.xrayclient.diagnostics.migration.Snapshot}, compares a snapshot with a
 * server in a {@link io.github.xrayclient.diagnostics.migration.MigrationPlan}, and applies a plan. Every
 * step that it applies is recorded in a journal, by which an interrupted migration is continued or
 * rolled back.
 *
 * <pre>{@code
 * Snapshot snapshot = Migration.of(source).snapshot();
 * Migration migration = Migration.of(target);
 * MigrationPlan plan = migration.plan(snapshot);
 * System.out.println(plan);
 * MigrationReport report = migration.apply(plan, Journal.at(Path.of("plan.journal")));
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.diagnostics.migration;

import org.jspecify.annotations.NullMarked;
