package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.testing.FakeXray;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationProgressTest {
  private final Server source = Server.filled(10);
  private final Server target = Server.withBuiltIn("77");
  private final List<MigrationProgress.Event> events = new ArrayList<>();

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Clock clock = new Clock() {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  };

  private final Logger logger = Logger.getLogger("io.github.xrayclient");
  private final List<Throwable> logged = new ArrayList<>();
  private final Handler handler = new Handler() {
    @Override
    public void publish(LogRecord line) {
      logged.add(line.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  };

  @TempDir
  Path folder;

  @BeforeEach
  void listen() {
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
  }

  @AfterEach
  void stop() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
    source.close();
    target.close();
  }

  private List<MigrationProgress.Event> of(MigrationProgress.Phase phase) {
    return events.stream().filter(event -> event.phase() == phase).collect(Collectors.toList());
  }

  @Test
  void tellsWhatASnapshotReads() {
    source.migration().progress(events::add).snapshot();

    assertThat(events)
        .extracting(event -> event.position() + "/" + event.total() + " " + event)
        .containsExactly(
            "1/5 read 1 condition",
            "2/5 read 1 curation policy",
            "3/5 read 2 policies",
            "4/5 read 1 watch",
            "5/5 read 1 ignore rule");
    assertThat(events)
        .extracting(MigrationProgress.Event::phase)
        .containsOnly(MigrationProgress.Phase.READ);
    assertThat(events.get(2).objectKind()).contains(ObjectKind.POLICIES);
    assertThat(events.get(2).objectCount()).isEqualTo(OptionalInt.of(2));
    assertThat(events.get(2).object()).isEmpty();
    assertThat(events.get(2).action()).isEmpty();
  }

  @Test
  void tellsWhatIsReadOfAProject() {
    source.migration().inProject("dev").progress(events::add).snapshot();

    assertThat(events)
        .extracting(event -> event.position() + "/" + event.total() + " " + event)
        .containsExactly("1/3 read 1 policy", "2/3 read 0 watches", "3/3 read 0 ignore rules");
  }

  @Test
  void tellsThatAPlanComparesAndChecks() {
    target.migration().progress(events::add).plan(source.migration().snapshot());

    assertThat(of(MigrationProgress.Phase.READ)).hasSize(5);
    assertThat(of(MigrationProgress.Phase.COMPARE))
        .singleElement()
        .hasToString("compare 6 objects");
    assertThat(of(MigrationProgress.Phase.CHECK))
        .singleElement()
        .hasToString("look up what 6 objects need on the target");
  }

  @Test
  void tellsEachStepBeforeItBeginsAndWhenItIsUndone() {
    MigrationPlan plan = target.migration().plan(source.migration().snapshot());
    Journal journal = Journal.at(folder.resolve("j"));
    Migration migration = target.migration().progress(events::add);

    migration.apply(plan, journal);
    migration.rollBack(journal);

    List<MigrationProgress.Event> steps = of(MigrationProgress.Phase.APPLY);
    assertThat(steps).hasSize(6);
    assertThat(steps.get(4)).hasToString("create watch libs");
    assertThat(steps.get(4).position()).isEqualTo(5);
    assertThat(steps.get(4).total()).isEqualTo(6);
    assertThat(steps.get(4).object()).contains(ObjectKey.of(ObjectKind.WATCHES, "libs"));
    assertThat(steps.get(4).objectKind()).contains(ObjectKind.WATCHES);
    assertThat(steps.get(4).action()).contains(PlanStep.Action.CREATE);
    assertThat(steps.get(4).objectCount()).isEmpty();
    assertThat(of(MigrationProgress.Phase.ROLL_BACK))
        .hasSize(6)
        .last()
        .hasToString("delete condition young");
  }

  @Test
  void tellsWhatIsReadOfAKindWithManyPages() {
    source.fake.pageCap(1);
    source.seed(
        FakeXray.Kind.IGNORE_RULES,
        "[{'id':'0b1','notes':'n','ignore_filters':{'cves':['CVE-2021-2']}},"
            + "{'id':'0b2','notes':'n','ignore_filters':{'cves':['CVE-2021-3']}}]");

    source
        .migration()
        .select(Selection.all().only(ObjectKind.IGNORE_RULES))
        .clock(clock)
        .progress(this::listenForASecond)
        .snapshot();

    assertThat(events)
        .extracting(event -> event.phase() + " " + event.position() + "/" + event.total() + " "
            + event + ", " + event.elapsed() + ", " + event.perSecond())
        .containsExactly(
            "READ_PAGE 1/1 read 1 ignore rule so far, PT0S, OptionalDouble.empty",
            "READ_PAGE 1/1 read 2 ignore rules so far, PT1S, OptionalDouble[2.0]",
            "READ 1/1 read 3 ignore rules, PT2S, OptionalDouble[1.5]");
  }

  @Test
  void tellsHowManyStepsASecondAreDone() {
    MigrationPlan plan = target.migration().plan(source.migration().snapshot());
    Journal journal = Journal.at(folder.resolve("j"));
    Migration migration = target.migration().clock(clock).progress(this::listenForASecond);

    migration.apply(plan, journal);

    assertThat(of(MigrationProgress.Phase.APPLY))
        .extracting(event -> event.elapsed() + " " + event.perSecond())
        .containsExactly(
            "PT0S OptionalDouble.empty",
            "PT1S OptionalDouble[1.0]",
            "PT2S OptionalDouble[1.0]",
            "PT3S OptionalDouble[1.0]",
            "PT4S OptionalDouble[1.0]",
            "PT5S OptionalDouble[1.0]");
  }

  private void listenForASecond(MigrationProgress.Event event) {
    events.add(event);
    now = now.plusSeconds(1);
  }

  @Test
  void doesNotChangeAnythingByThrowing() {
    MigrationProgress broken = event -> {
      events.add(event);
      if (event.position() % 2 == 0) {
        throw new AssertionError("broken listener");
      }
      throw new MigrationException(
          MigrationException.Kind.SERVER_CHANGED, "broken listener", folder, null);
    };
    Snapshot snapshot = source.migration().snapshot();
    Journal journal = Journal.at(folder.resolve("j"));

    assertThat(source.migration().progress(broken).snapshot()).isEqualTo(snapshot);
    Migration migration = target.migration().progress(broken);
    MigrationPlan plan = migration.plan(snapshot);
    assertThat(plan).isEqualTo(target.migration().plan(snapshot));
    assertThat(migration.apply(plan, journal).isComplete()).isTrue();
    assertThat(target.migration().plan(snapshot).isEmpty()).isTrue();
    assertThat(migration.rollBack(journal).isComplete()).isTrue();
    assertThat(events).hasSizeGreaterThan(25);
    assertThat(logged)
        .hasSameSizeAs(events)
        .allMatch(e -> e.getMessage().equals("broken listener"));
  }
}
