package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.internal.migration.content.PortableContent;
import io.github.xrayclient.diagnostics.internal.migration.content.Waivers;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Thorough;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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

/** Random pairs of servers; the name of each case is the seed that makes it again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationPropertyTest {
  private static final int CASES = Thorough.count(25, 2_000);

  private final Set<String> seen = new TreeSet<>();

  @TempDir
  Path folder;

  /** Cases in which nothing was at risk would prove nothing. */
  @AfterAll
  void meetEverythingThatCouldBeLost() {
    assertThat(seen)
        .containsExactly(
            "a field that only the target has",
            "a rollback that keeps all ids",
            "a waiver of a changed policy",
            "an object that only the target has",
            "an object without a step");
  }

  static LongStream seeds() {
    return LongStream.range(0, CASES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void makesTheTargetWhatIsPlannedTouchesNothingElseAndRollsBack(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    try (Server a = Instances.of(random, 100);
        Server b = Instances.of(random, 500)) {
      boolean prune = random.nextBoolean();
      boolean exact = random.nextBoolean();
      Migration migration = prune ? b.migration().prune(100) : b.migration();
      migration = exact ? migration.exactWaivers() : migration;
      Snapshot wanted = a.migration().snapshot();
      Snapshot old = b.migration().snapshot();
      Map<Kind, Map<String, JsonNode>> stored = stored(b);
      Map<Kind, Map<String, JsonNode>> source = stored(a);

      MigrationPlan plan = migration.plan(wanted);
      Journal journal = Journal.at(folder.resolve("journal"));
      MigrationReport applied = migration.apply(plan, journal);

      assertThat(applied.isComplete()).as(applied.toString()).isTrue();
      assertThat(migration.plan(wanted).steps()).isEmpty();
      assertThat(stored(a)).isEqualTo(source);
      isAsWanted(wanted, old, b.migration().snapshot(), Texts.of(plan.onlyOnTarget()), exact);
      isUntouched(plan, b, stored);
      if (!exact) {
        keepsItsWaivers(b, stored);
      }

      MigrationReport back = b.migration().rollBack(journal);

      assertThat(back.isComplete()).as(back.toString()).isTrue();
      Snapshot restored = b.migration().snapshot();
      assertThat(Difference.between(old, restored).changes()).isEmpty();
      if (!exact && !prune && !deletes(plan)) {
        assertThat(ids(stored(b))).isEqualTo(ids(stored));
        seen.add("a rollback that keeps all ids");
      }
    }
  }

  private void isAsWanted(
      Snapshot wanted, Snapshot before, Snapshot after, List<String> extras, boolean exact) {
    List<ObjectChange> left = Difference.between(after, wanted).changes();
    for (ObjectChange change : left) {
      if (change.kind() == ObjectChange.Kind.REMOVED) {
        assertThat(before.keys()).contains(change.object());
        assertThat(extras).contains(change.object() + " is not in the snapshot and is kept");
        seen.add("an object that only the target has");
      } else {
        assertThat(change.kind()).isEqualTo(ObjectChange.Kind.CHANGED);
        assertThat(exact).as(change.toString()).isFalse();
        assertThat(change.fields())
            .as(change.toString())
            .allMatch(field -> field.field().contains("waivers"))
            .allMatch(field -> field.from().isPresent());
        seen.add("a field that only the target has");
      }
    }
  }

  /** Objects without a step are byte for byte as they were. */
  private void isUntouched(MigrationPlan plan, Server b, Map<Kind, Map<String, JsonNode>> before) {
    Set<String> touched = plan.steps().stream()
        .map(step ->
            step.object().kind() + step.renamedFrom().orElse(step.object().name()) + "|"
                + step.object().projectKey().orElse(""))
        .collect(Collectors.toSet());
    stored(b)
        .forEach((kind, now) -> before.get(kind).forEach((id, object) -> {
          String name = id.substring(id.indexOf('|') + 1);
          boolean planned = touched.contains(kindOf(kind) + name);
          if (kind != Kind.IGNORE_RULES && !planned) {
            assertThat(now.get(id)).as(id).isEqualTo(object);
            seen.add("an object without a step");
          }
        }));
  }

  private static ObjectKind kindOf(Kind kind) {
    Map<Kind, ObjectKind> kinds = new HashMap<>();
    kinds.put(Kind.CONDITIONS, ObjectKind.CONDITIONS);
    kinds.put(Kind.CURATION_POLICIES, ObjectKind.CURATION_POLICIES);
    kinds.put(Kind.POLICIES, ObjectKind.POLICIES);
    kinds.put(Kind.WATCHES, ObjectKind.WATCHES);
    kinds.put(Kind.IGNORE_RULES, ObjectKind.IGNORE_RULES);
    return kinds.get(kind);
  }

  private void keepsItsWaivers(Server b, Map<Kind, Map<String, JsonNode>> before) {
    Map<String, JsonNode> now = b.stored(Kind.CURATION_POLICIES);
    before.get(Kind.CURATION_POLICIES).forEach((id, policy) -> {
      if (now.containsKey(id)) {
        for (String list : List.of("waivers", "label_waivers")) {
          assertThat(now.get(id).path(list)).containsAll(policy.path(list));
          if (!policy.path(list).isEmpty()
              && now.get(id).path(list).size() > policy.path(list).size()) {
            seen.add("a waiver of a changed policy");
          }
        }
      }
    });
  }

  private static boolean deletes(MigrationPlan plan) {
    return plan.steps().stream().anyMatch(step -> step.action() == PlanStep.Action.DELETE);
  }

  /** The ids of all objects and waivers, and who made them. */
  private static Set<String> ids(Map<Kind, Map<String, JsonNode>> stored) {
    Set<String> ids = new TreeSet<>();
    stored.forEach((kind, objects) -> objects.forEach((id, object) -> {
      ids.add(kind + id + object.path("created_by").asText());
      for (JsonNode waiver : PortableContent.waivers(object)) {
        ids.add(kind + id + " " + Waivers.name(waiver) + waiver.path("id").asText()
            + waiver.path("created_by").asText());
      }
    }));
    return ids;
  }

  private static Map<Kind, Map<String, JsonNode>> stored(Server server) {
    Map<Kind, Map<String, JsonNode>> stored = new TreeMap<>();
    for (Kind kind : List.of(
        Kind.CONDITIONS, Kind.CURATION_POLICIES, Kind.POLICIES, Kind.WATCHES, Kind.IGNORE_RULES)) {
      Map<String, JsonNode> objects = server.stored(kind);
      objects.values().removeIf(object -> object.has("deleted_at"));
      stored.put(kind, objects);
    }
    return stored;
  }
}
