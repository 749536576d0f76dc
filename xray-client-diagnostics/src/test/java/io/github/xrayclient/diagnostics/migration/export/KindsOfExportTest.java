package io.github.xrayclient.diagnostics.migration.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.diagnostics.migration.WaiverFiles;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Snapshots of some kinds of an export. */
class KindsOfExportTest {
  private final Server source = Server.filled(10);
  private final Server target = Server.withBuiltIn("71");

  @TempDir
  Path folder;

  @BeforeEach
  void export() {
    source.seed(
        Kind.IGNORE_RULES,
        "{'id':'0b','notes':'in one watch','ignore_filters':{'cves':['CVE-2'],'watches':['libs']}}");
    source.seed(
        Kind.POLICIES,
        "{'name':'unused','type':'security','rules':[{'name':'r','priority':1,'criteria':"
            + "{'min_severity':'High'},'actions':{}}]}");
    source.migration().snapshot().write(folder);
  }

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private static Selection selectionOf(Set<ObjectKind> kinds) {
    Selection selection = Selection.all();
    for (ObjectKind kind : kinds) {
      selection = selection.only(kind);
    }
    return selection;
  }

  private void corrupt(String file) throws IOException {
    Path path = folder.resolve(file);
    assertThat(path).exists();
    Files.writeString(path, "{");
  }

  static Stream<Set<ObjectKind>> someKinds() {
    ObjectKind[] kinds = ObjectKind.values();
    return IntStream.range(1, 1 << kinds.length).mapToObj(bits -> {
      Set<ObjectKind> some = EnumSet.noneOf(ObjectKind.class);
      IntStream.range(0, kinds.length)
          .filter(i -> (bits & (1 << i)) != 0)
          .forEach(i -> some.add(kinds[i]));
      return some;
    });
  }

  @ParameterizedTest
  @MethodSource("someKinds")
  void haveTheObjectsOfTheseKindsAndThoseThatTheyNeed(Set<ObjectKind> kinds) {
    Snapshot whole = Snapshot.read(folder);

    Snapshot some = Snapshot.read(folder, kinds);

    Snapshot selected = whole.select(selectionOf(kinds));
    assertThat(some.keys()).isEqualTo(selected.keys());
    assertThat(some.keys())
        .allSatisfy(key -> assertThat(some.find(key)).isEqualTo(whole.find(key)).isPresent());
    assertThat(some.selection().kinds()).isEqualTo(kinds);
    assertThat(some.counts()).isEqualTo(selected.counts());
    assertThat(some.needed()).isEqualTo(selected.needed());
  }

  @ParameterizedTest
  @MethodSource("someKinds")
  void areEnoughForAPlanOfTheseKinds(Set<ObjectKind> kinds) {
    Selection selection = selectionOf(kinds);
    Snapshot whole = Snapshot.read(folder);

    MigrationPlan plan =
        target.migration().select(selection).prune(10).plan(Snapshot.read(folder, kinds));

    assertThat(plan.steps()).isNotEmpty();
    assertThat(plan.toJson())
        .isEqualTo(target.migration().select(selection).prune(10).plan(whole).toJson());
  }

  @Test
  void areRefusedIfTheExportHasNoneOfTheKinds() {
    Path narrow = folder.resolve("narrow");
    source.migration().select(Selection.all().only("watches")).snapshot().write(narrow);

    assertThatThrownBy(() -> Snapshot.read(narrow, Set.of(ObjectKind.IGNORE_RULES)))
        .isInstanceOf(MigrationException.class)
        .hasMessage("the export has none of the kinds that are to be read, because its selection is"
            + " only watches; select other kinds, or export these kinds, too")
        .extracting(e -> ((MigrationException) e).kind())
        .isEqualTo(MigrationException.Kind.NOTHING_SELECTED);
    assertThatThrownBy(() -> Snapshot.read(narrow, Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("kinds must not be empty; give at least one");
  }

  @Test
  void doNotNeedTheFilesOfOtherKinds() throws IOException {
    try (Stream<Path> rules = Files.list(folder.resolve("ignore-rules"))) {
      corrupt(folder.relativize(rules.findFirst().orElseThrow()).toString());
    }
    corrupt("conditions/young.json");

    assertThat(Snapshot.read(folder, Set.of(ObjectKind.WATCHES)).keys())
        .containsExactly(
            ObjectKey.of(ObjectKind.POLICIES, "critical"),
            ObjectKey.of(ObjectKind.WATCHES, "libs"));
    assertThatThrownBy(() -> Snapshot.read(folder, Set.of(ObjectKind.CURATION_POLICIES)))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("young.json");
    assertThatThrownBy(() -> Snapshot.read(folder)).isInstanceOf(MigrationException.class);
  }

  @Test
  void needTheFilesOfWatchesAndPoliciesForIgnoreRules() throws IOException {
    corrupt("policies/unused.json");

    assertThatThrownBy(() -> Snapshot.read(folder, Set.of(ObjectKind.IGNORE_RULES)))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("unused.json");
  }

  @Test
  void haveTheSeparateWaiversOfCurationPoliciesOnly() throws IOException {
    Snapshot snapshot = source.migration().snapshot();
    snapshot.write(folder, WaiverFiles.SEPARATE);
    ObjectKey policy = ObjectKey.of(ObjectKind.CURATION_POLICIES, "no young");

    assertThat(Snapshot.read(folder, Set.of(ObjectKind.CURATION_POLICIES)).find(policy))
        .isEqualTo(snapshot.find(policy));

    Path waiver;
    try (Stream<Path> files = Files.walk(folder)) {
      waiver = files
          .filter(file -> file.toString().matches(".*\\.waivers.npm left-pad.*\\.json"))
          .findFirst()
          .orElseThrow();
    }
    corrupt(folder.relativize(waiver).toString());
    assertThat(Snapshot.read(folder, Set.of(ObjectKind.WATCHES)).keys()).hasSize(2);
  }

  @Test
  void leaveOtherKindsAloneAlsoInAPlanThatDeletes() {
    Snapshot watches = Snapshot.read(folder, Set.of(ObjectKind.WATCHES));

    MigrationPlan plan = source.copy().migration().prune(100).plan(watches);

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.notes())
        .extracting(PlanNote::kind)
        .doesNotContain(PlanNote.Kind.OBJECT_ONLY_ON_TARGET, PlanNote.Kind.NOT_SELECTED);
    assertThat(target.migration().prune(100).plan(watches).steps())
        .extracting(PlanStep::object)
        .containsExactly(
            ObjectKey.of(ObjectKind.POLICIES, "critical"),
            ObjectKey.of(ObjectKind.WATCHES, "libs"));
  }

  @Test
  void doNotReplaceTheWholeExport() {
    Map<String, String> files = FileTree.texts(folder);
    Snapshot watches = Snapshot.read(folder, Set.of(ObjectKind.WATCHES));

    assertThatThrownBy(() -> watches.write(folder)).isInstanceOf(MigrationException.class);

    assertThat(FileTree.texts(folder)).isEqualTo(files);
  }

  @Test
  void keepTheSelectionOfTheExport() throws IOException {
    Path narrow = folder.resolve("narrow");
    source
        .migration()
        .select(Selection.all().except("watches:old-*"))
        .snapshot()
        .write(narrow);
    Files.writeString(
        narrow.resolve("watches/old-1.json"),
        "{\"general_data\":{\"name\":\"old-1\"},\"project_resources\":{\"resources\":[]},"
            + "\"assigned_policies\":[{\"name\":\"unused\",\"type\":\"security\"}]}");

    MigrationPlan plan = target
        .migration()
        .select(Selection.all().only("watches"))
        .plan(Snapshot.read(narrow, Set.of(ObjectKind.WATCHES)));

    assertThat(plan.notes())
        .filteredOn(note -> note.kind() == PlanNote.Kind.NOT_SELECTED)
        .extracting(note -> note.object().orElseThrow().name())
        .containsExactly("old-1");
  }
}
