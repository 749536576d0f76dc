package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xrayclient.diagnostics.internal.migration.content.FileOperations;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.testsupport.Thorough;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends the process everywhere: before and after each request, and in the middle of each line of the
 * journal. Then the migration goes on, or is rolled back.
 */
class MigrationCrashTest {
  private static final int LISTS = 5;
  private static final int VERSION = 1;
  private static final int RULES_AGAIN = 1;
  private static final boolean THOROUGH = Thorough.isOn();

  private final Server source = Server.filled(10);
  private final Server original = Scenario.target();
  private final Map<ObjectKey, StoredObject> old =
      original.migration().snapshot().content().objects();
  private final Map<ObjectKey, StoredObject> wanted =
      source.migration().snapshot().content().objects();

  @TempDir
  Path folder;

  private int requests;
  private int requestsBack;
  private int steps;
  private int lines;
  private int journals;
  private MigrationPlan plan;

  @BeforeEach
  void count() throws IOException {
    try (Server target = original.copy()) {
      plan = Scenario.plan(source, target);
      target.fake.clearRequests();
      Journal journal = journal();
      assertThat(target.migration().apply(plan, journal).isComplete()).isTrue();
      requests = target.fake.requests().size();
      lines = Files.readAllLines(journal.file()).size();
      target.fake.clearRequests();
      assertThat(target.migration().rollBack(journal).isComplete()).isTrue();
      requestsBack = target.fake.requests().size();
      steps = plan.steps().size();
    }
  }

  @AfterEach
  void stop() {
    source.close();
    original.close();
  }

  private Journal journal() {
    return Journal.at(folder.resolve("journal-" + journals++));
  }

  @Test
  void asksForThreeRequestsAStepAtMost() {
    assertThat(steps).isEqualTo(11);
    assertThat(requests).isLessThanOrEqualTo(LISTS + VERSION + RULES_AGAIN + 3 * steps);
    assertThat(requestsBack).isLessThanOrEqualTo(LISTS + 3 * steps);
  }

  @Test
  void goesOnOrRollsBackAfterItEndedAtAnyRequest() {
    int cases = 0;
    for (int i = LISTS; i < requests; i++) {
      for (boolean sent : new boolean[] {false, true}) {
        if (THOROUGH || sent == (i % 4 < 2)) {
          int request = i;
          endsWell(cases++, journal -> journal, target -> killAt(target, request, sent));
        }
      }
    }
  }

  @Test
  void goesOnOrRollsBackAfterItEndedAtAnyLineOfItsJournal() {
    int cases = 0;
    for (int i = 1; i < lines; i++) {
      for (int half = 0; half <= 2; half++) {
        if (THOROUGH || half == i % 3) {
          int line = i;
          double part = half / 2.0;
          endsWell(
              cases++,
              journal -> Journal.at(journal.file(), new DyingDisk(line, part)),
              target -> {});
        }
      }
    }
  }

  /**
   * In the normal build every second case goes on, and the others are rolled back; each request and
   * each line has one case instead of all.
   */
  private void endsWell(int number, UnaryOperator<Journal> deadly, Consumer<Server> prepare) {
    for (boolean back : new boolean[] {false, true}) {
      if (THOROUGH || back == (number % 2 == 0)) {
        try (Server target = original.copy()) {
          plan = Scenario.plan(source, target);
          Journal journal = journal();
          prepare.accept(target);
          assertThatThrownBy(() -> target.migration().apply(plan, deadly.apply(journal)))
              .isInstanceOf(Killed.class);

          if (back) {
            rollsBack(target, journal);
          } else {
            goesOn(target, journal);
          }
        }
      }
    }
  }

  @Test
  void goesOnRollingBackAfterThatEndedAtAnyRequest() {
    for (int i = LISTS; i < requestsBack; i++) {
      boolean sent = i % 2 == 0;
      try (Server target = original.copy()) {
        Journal journal = journal();
        target.migration().apply(Scenario.plan(source, target), journal);
        killAt(target, i, sent);
        assertThatThrownBy(() -> target.migration().rollBack(journal)).isInstanceOf(Killed.class);

        rollsBack(target, journal);
      }
    }
  }

  private void goesOn(Server target, Journal journal) {
    MigrationReport report = target.migration().apply(plan, journal);

    assertThat(report.isComplete()).as(report.toString()).isTrue();
    assertThat(report.results()).hasSize(steps);
    assertThat(target.migration().snapshot().content().objects()).isEqualTo(wanted);
    assertThat(Scenario.plan(source, target).isEmpty()).isTrue();
  }

  private void rollsBack(Server target, Journal journal) {
    if (!journal.exists()) {
      assertThat(target.migration().snapshot().content().objects()).isEqualTo(old);
      return;
    }
    MigrationReport report = target.migration().rollBack(journal);

    assertThat(report.isComplete()).as(report.toString()).isTrue();
    assertThat(target.migration().snapshot().content().objects()).isEqualTo(old);
  }

  private static void killAt(Server target, int request, boolean sent) {
    if (sent) {
      target.after(request, Killed::now);
    } else {
      target.before(request, Killed::now);
    }
  }

  /** The process ends; no code of ours catches that. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    static void now() {
      throw new Killed();
    }
  }

  /** Lets the process end when this much of a line is written. */
  private static final class DyingDisk extends FileOperations {
    private final double part;
    private int lines;

    DyingDisk(int line, double part) {
      this.lines = line;
      this.part = part;
    }

    @Override
    public void append(FileChannel channel, byte[] bytes) throws IOException {
      if (lines-- == 0) {
        super.append(channel, Arrays.copyOf(bytes, (int) (part * bytes.length)));
        Killed.now();
      }
      super.append(channel, bytes);
    }
  }
}
