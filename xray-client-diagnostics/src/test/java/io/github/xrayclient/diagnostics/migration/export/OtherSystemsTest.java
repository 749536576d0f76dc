package io.github.xrayclient.diagnostics.migration.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.diagnostics.migration.WaiverFiles;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.FileTree;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exports, plans and journals on file systems in memory that have the rules of other systems. */
class OtherSystemsTest {
  /** Names that are one name, or that cannot be names, on some systems. */
  private static final List<String> NAMES = List.of(
      "critical",
      "Critical",
      "CRITICAL",
      "aux",
      "AUX",
      "con.json",
      "a:b",
      "a\\b",
      "a/b",
      "a|b<c>?*\"",
      "end.",
      "end ",
      "Gr\u00f6\u00dfe",
      "Gro\u0308\u00dfe",
      "gr\u00f6\u00dfe");

  private final Server server = new Server();

  @AfterEach
  void stop() {
    server.close();
  }

  static Stream<Named<Configuration>> systems() {
    return Stream.of(
        named("Windows", Configuration.windows()),
        named("macOS", Configuration.osX()),
        named("Linux", Configuration.unix()));
  }

  private Snapshot snapshot() {
    return Migration.of(server.xray).snapshot();
  }

  private void seedPoliciesWithAllNames() {
    for (String name : NAMES) {
      server.seed(
          Kind.POLICIES, "{'name':" + TextNode.valueOf(name) + ",'type':'security','rules':[]}");
    }
  }

  /** The files of an export of policies with all names, written and read on a system. */
  private SortedMap<String, String> exportedOn(Configuration system) throws IOException {
    try (FileSystem files = Jimfs.newFileSystem(system)) {
      Path directory = files.getPath("export");
      snapshot().write(directory);

      assertThat(Snapshot.read(directory)).isEqualTo(snapshot());
      return FileTree.texts(directory);
    }
  }

  @Test
  void getTheSameFilesForAllNames() throws IOException {
    seedPoliciesWithAllNames();

    SortedMap<String, String> onLinux = exportedOn(Configuration.unix());

    assertThat(onLinux).hasSize(NAMES.size() + 1);
    assertThat(exportedOn(Configuration.windows())).isEqualTo(onLinux);
    assertThat(exportedOn(Configuration.osX())).isEqualTo(onLinux);
  }

  @ParameterizedTest
  @MethodSource("systems")
  void replaceAnExportByOneWithNamesThatDifferInCase(Configuration system) throws IOException {
    seedPoliciesWithAllNames();
    try (FileSystem files = Jimfs.newFileSystem(system)) {
      Path directory = files.getPath("export");
      snapshot().write(directory);
      server.xray.policies().delete("critical");
      server.xray.policies().delete("AUX");

      snapshot().write(directory);

      assertThat(Snapshot.read(directory)).isEqualTo(snapshot());
      assertThat(FileTree.texts(directory)).hasSize(NAMES.size() - 1);
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void renameAFileBackWhoseCaseSomebodyChanged(Configuration system) throws IOException {
    server.seed(Kind.POLICIES, "{'name':'critical','type':'security','rules':[]}");
    try (FileSystem files = Jimfs.newFileSystem(system)) {
      Path directory = files.getPath("export");
      snapshot().write(directory);
      Path policies = directory.resolve("policies");
      Files.move(policies.resolve("critical.json"), policies.resolve("mine"));
      Files.move(policies.resolve("mine"), policies.resolve("Critical.json"));

      snapshot().write(directory);

      assertThat(FileTree.texts(directory))
          .containsOnlyKeys("manifest.json", "policies/critical.json");
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void migrateAndRollBackFromThere(Configuration system) throws IOException {
    try (FileSystem files = Jimfs.newFileSystem(system);
        Server source = Server.filled(10);
        Server target = Server.withBuiltIn("7")) {
      Path directory = files.getPath("work", "export");
      Path plan = directory.resolveSibling("plan.json");
      Path journal = directory.resolveSibling("plan.journal");
      Migration.of(source.xray).snapshot().write(directory, WaiverFiles.SEPARATE);
      Migration migration = Migration.of(target.xray);
      migration.plan(Snapshot.read(directory)).write(plan);
      assertThat(FileTree.texts(directory).keySet())
          .contains("curation-policies/no young.waivers/npm left-pad 1.0, 1.1.json");

      MigrationPlan read = MigrationPlan.read(plan);
      assertThat(migration.apply(read, Journal.at(journal)).isComplete()).isTrue();
      assertThat(migration.plan(Snapshot.read(directory)).isEmpty()).isTrue();

      assertThat(migration.rollBack(Journal.at(journal)).isComplete()).isTrue();
      assertThat(target.fake.stored(Kind.POLICIES)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void deleteNothingOutsideTheDirectory(Configuration system) throws IOException {
    server.seed(Kind.POLICIES, "{'name':'critical','type':'security','rules':[]}");
    try (FileSystem files = Jimfs.newFileSystem(system)) {
      Path directory = files.getPath("export");
      Path outside = Files.writeString(files.getPath("outside.json"), "{}");
      snapshot().write(directory);
      Path manifest = directory.resolve("manifest.json");
      String replacing = "{\"replacing\":{\"tag\":\"0123456789abcdef\",\"stale\":["
          + "\"policies/../../outside.json\",\"policies/..\\\\..\\\\outside.json\","
          + "\"policies/C:outside.json\",\"policies\\\\..\\\\..\\\\outside.json\"]},";
      Files.writeString(manifest, replacing + Files.readString(manifest).strip().substring(1));

      snapshot().write(directory);

      assertThat(outside).hasContent("{}");
      assertThat(Snapshot.read(directory)).isEqualTo(snapshot());
    }
  }
}
