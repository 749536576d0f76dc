package io.github.xrayclient.diagnostics.migration.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.migration.Difference;
import io.github.xrayclient.diagnostics.migration.Instances;
import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.MigrationReport;
import io.github.xrayclient.diagnostics.migration.ObjectChange;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Thorough;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random pairs of servers with random selections; the name of each case is its seed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SelectionPropertyTest {
  private static final int CASES = Thorough.count(40, 2_000);
  private static final String[] PATTERNS = {"*", "a*", "b*", "d*", "rule*", "*a*"};
  private static final Map<ObjectKind, Kind> STORED = Map.of(
      ObjectKind.CONDITIONS, Kind.CONDITIONS,
      ObjectKind.CURATION_POLICIES, Kind.CURATION_POLICIES,
      ObjectKind.POLICIES, Kind.POLICIES,
      ObjectKind.WATCHES, Kind.WATCHES,
      ObjectKind.IGNORE_RULES, Kind.IGNORE_RULES);

  private final Set<String> seen = new TreeSet<>();

  @TempDir
  Path folder;

  /** Cases in which nothing was at risk would prove nothing. */
  @AfterAll
  void meetEverythingThatCouldBeLost() {
    assertThat(seen)
        .containsExactly(
            "a needed object that is created",
            "a selected object that is changed",
            "a selected object that is deleted",
            "an object that differs and is not selected",
            "an object that only the target has and that is not selected");
  }

  static LongStream seeds() {
    return LongStream.range(0, CASES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void makesEqualWhatIsSelectedAndTouchesNothingElse(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    try (Server a = Instances.of(random, 100);
        Server b = Instances.of(random, 500)) {
      Selection selection = selection(random);
      boolean prune = random.nextBoolean();
      Snapshot all = a.migration().snapshot();
      Snapshot old = b.migration().snapshot();
      Map<ObjectKey, Set<String>> others = others(b, selection);
      Migration migration = b.migration().select(selection).exactWaivers();
      migration = prune ? migration.prune(100) : migration;
      if (all.keys().stream().noneMatch(selection::includes)) {
        assertThatThrownBy(() -> all.select(selection)).isInstanceOf(MigrationException.class);
        return;
      }

      MigrationPlan plan = migration.plan(all);
      assertThat(b.migration().exactWaivers().plan(all.select(selection)).steps())
          .isEqualTo(b.migration().select(selection).exactWaivers().plan(all).steps());
      Journal journal = Journal.at(folder.resolve("journal"));
      MigrationReport applied = migration.apply(plan, journal);

      assertThat(applied.isComplete()).as(applied.toString()).isTrue();
      assertThat(migration.plan(all).steps()).isEmpty();
      isEqual(Difference.between(all, b.migration().snapshot(), selection), plan, prune);
      isUntouched(others, others(b, selection), plan, Difference.between(old, all));

      MigrationReport back = b.migration().rollBack(journal);

      assertThat(back.isComplete()).as(back.toString()).isTrue();
      assertThat(others(b, selection)).isEqualTo(others);
      assertThat(Difference.between(old, b.migration().snapshot()).changes()).isEmpty();
    }
  }

  private static Selection selection(SplittableRandom random) {
    Selection selection = Selection.all();
    for (ObjectKind kind : ObjectKind.values()) {
      String pattern = PATTERNS[random.nextInt(PATTERNS.length)];
      int choice = random.nextInt(4);
      if (choice == 0) {
        selection = selection.only(kind, pattern);
      } else if (choice == 1) {
        selection = selection.except(kind, pattern);
      }
    }
    return selection;
  }

  private void isEqual(Difference left, MigrationPlan plan, boolean prune) {
    Set<ObjectKey> kept = plan.notes().stream()
        .filter(note -> note.kind()
            == (prune ? PlanNote.Kind.STILL_NEEDED : PlanNote.Kind.OBJECT_ONLY_ON_TARGET))
        .map(note -> note.object().orElseThrow())
        .collect(Collectors.toSet());
    assertThat(left.changes()).allSatisfy(change -> {
      assertThat(change.kind()).isEqualTo(ObjectChange.Kind.ADDED);
      assertThat(kept).contains(change.object());
    });
  }

  /** Objects that are not selected are byte for byte as they were; needed ones may be new. */
  private void isUntouched(
      Map<ObjectKey, Set<String>> before,
      Map<ObjectKey, Set<String>> after,
      MigrationPlan plan,
      Difference difference) {
    Set<ObjectKey> created = new TreeSet<>();
    for (PlanStep step : plan.steps()) {
      if (plan.selection().includes(step.object())) {
        assertThat(step.neededBy()).isEmpty();
        seen.add(
            step.action() == PlanStep.Action.DELETE
                ? "a selected object that is deleted"
                : "a selected object that is changed");
      } else {
        assertThat(step.action()).isEqualTo(PlanStep.Action.CREATE);
        assertThat(step.neededBy()).isPresent();
        created.add(step.object());
        seen.add("a needed object that is created");
      }
    }
    Map<ObjectKey, Set<String>> rest = new TreeMap<>(after);
    rest.keySet().removeAll(created);
    assertThat(rest).isEqualTo(before);
    assertThat(before).doesNotContainKeys(created.toArray(new ObjectKey[0]));
    difference.changes().forEach(change -> {
      if (before.containsKey(change.object())) {
        seen.add(
            change.kind() == ObjectChange.Kind.CHANGED
                ? "an object that differs and is not selected"
                : "an object that only the target has and that is not selected");
      }
    });
  }

  /** The objects of a server that are not selected, with everything that it stores about them. */
  private static Map<ObjectKey, Set<String>> others(Server server, Selection selection) {
    Map<ObjectKey, Set<String>> others = new TreeMap<>();
    STORED.forEach((kind, stored) -> {
      for (JsonNode object : server.fake.stored(stored)) {
        ObjectKey key = key(kind, object);
        if (!selection.includes(key) && !object.has("deleted_at")) {
          others.computeIfAbsent(key, absent -> new TreeSet<>()).add(object.toString());
        }
      }
    });
    return others;
  }

  /** The key of a stored object; an ignore rule gets the beginning of its name. */
  private static ObjectKey key(ObjectKind kind, JsonNode object) {
    JsonNode fields = kind == ObjectKind.WATCHES ? object.path("general_data") : object;
    String notes = object.path("notes").asText().replace("é", "e").toLowerCase(Locale.ROOT);
    String name = kind == ObjectKind.IGNORE_RULES
        ? notes.replaceAll("[^a-z0-9]+", "-") + "-"
        : fields.path("name").asText();
    String project = fields.path("project_key").asText();
    return project.isEmpty()
        ? ObjectKey.of(kind, name)
        : ObjectKey.of(kind, name).inProject(project);
  }
}
