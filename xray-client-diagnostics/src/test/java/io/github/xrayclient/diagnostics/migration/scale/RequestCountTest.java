package io.github.xrayclient.diagnostics.migration.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The number of requests that each part of a migration sends for many objects of each kind. */
class RequestCountTest {
  private static final int KINDS = 5;

  /** Policies and watches are listed in one answer, the other kinds in pages of 100 objects. */
  private static final int KINDS_WITH_PAGES = 3;

  private static final int PAGE = 100;

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(ints = {4, 40, 101})
  void isBoundedByPagesAndSteps(int count) {
    int steps = KINDS * count;
    int lists = KINDS - KINDS_WITH_PAGES + KINDS_WITH_PAGES * ((count + PAGE - 1) / PAGE);
    try (Server source = ManyObjects.server(count);
        Server target = ManyObjects.withRepository()) {
      source.migration().snapshot().write(folder.resolve("export"));
      assertThat(requests(source)).as("lists and the version").isEqualTo(lists + 1);

      Snapshot snapshot = Snapshot.read(folder.resolve("export"));
      Migration migration = target.migration();
      MigrationPlan plan = migration.plan(snapshot);
      assertThat(plan.steps()).hasSize(steps);
      assertThat(requests(target)).as("lists, templates and repositories").isEqualTo(KINDS + 2);

      plan.write(folder.resolve("plan.json"));
      Journal journal = Journal.at(folder.resolve("journal"));
      MigrationPlan read = MigrationPlan.read(folder.resolve("plan.json"));
      assertThat(migration.apply(read, journal).isComplete()).isTrue();
      int rulesAgain = (count + PAGE - 1) / PAGE;
      assertThat(requests(target))
          .as("lists, the version, and 3 for each step, 2 for a new ignore rule")
          .isEqualTo(KINDS + 1 + rulesAgain + 3 * steps - count);

      assertThat(migration.drift(snapshot).isEmpty()).isTrue();
      assertThat(requests(target)).isEqualTo(lists);

      assertThat(migration.rollBack(journal).isComplete()).isTrue();
      assertThat(requests(target))
          .as("lists, the version, and 3 for each step")
          .isEqualTo(lists + 1 + 3 * steps);
    }
  }

  private static int requests(Server server) {
    int count = server.fake.requests().size();
    server.fake.clearRequests();
    return count;
  }
}
