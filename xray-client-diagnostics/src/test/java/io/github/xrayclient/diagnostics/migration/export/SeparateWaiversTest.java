package io.github.xrayclient.diagnostics.migration.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xrayclient.diagnostics.internal.migration.content.FileOperations;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.internal.migration.export.ExportReader;
import io.github.xrayclient.diagnostics.internal.migration.export.ExportWriter;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.diagnostics.migration.WaiverFiles;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.FileTree;
import io.github.xrayclient.testsupport.SpecialFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports whose waivers have files of their own. */
class SeparateWaiversTest {
  private static final String FOLDER = "curation-policies/no young.waivers/";
  private static final String LEFT_PAD = FOLDER + "npm left-pad 1.0, 1.1.json";
  private static final String APPROVED = FOLDER + "label approved.json";
  private static final String POLICY = "curation-policies/no young.json";
  private static final String NEW =
      "{'pkg_type':'npm','pkg_name':'lodash','all_versions':true,'justification':'seen'}";

  private final Server server = Server.filled(10);

  @TempDir
  Path folder;

  private Path directory;

  @BeforeEach
  void makeFolder() {
    directory = folder.resolve("export");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Snapshot snapshot() {
    return server.migration().snapshot();
  }

  private void export() {
    snapshot().write(directory, WaiverFiles.SEPARATE);
  }

  private SortedMap<String, String> files() {
    return FileTree.texts(directory);
  }

  /** Gives the curation policy other package waivers, as a list in JSON. */
  private void waivers(String waivers) {
    AtomicInteger id = new AtomicInteger(500);
    String withIds = Pattern.compile("\\{")
        .matcher(waivers)
        .replaceAll(brace -> "{'id':'" + id.incrementAndGet() + "',");
    server.seed(
        Kind.CURATION_POLICIES,
        "{'id':'12','name':'no young','scope':'all_repos','policy_action':'block',"
            + "'condition_id':'11','waivers':" + withIds + "}");
  }

  private void put(String file, String json) throws IOException {
    ExportedFiles.write(directory, Map.of(file, json.replace('\'', '"')));
  }

  private void isRefused(String file, String... words) throws IOException {
    Path real = directory.toRealPath();
    assertThatThrownBy(() -> Snapshot.read(directory))
        .isInstanceOfSatisfying(
            MigrationException.class,
            e -> assertThat(e.file().orElseThrow())
                .isIn(directory.resolve(file), real.resolve(file)))
        .hasMessageContainingAll(words);
  }

  @Nested
  class Written {
    @Test
    void areInAFolderBesideTheirPolicy() {
      export();

      assertThat(files()).containsKeys(POLICY, LEFT_PAD, APPROVED);
      assertThat(files().get(POLICY)).doesNotContain("waivers\"", "left-pad", "approved");
      assertThat(files().get("manifest.json")).contains("\"waiverFiles\": \"separate\"");
      assertThat(files().get(LEFT_PAD))
          .isEqualTo("{\n"
              + "  \"all_versions\": false,\n"
              + "  \"justification\": \"vendored\",\n"
              + "  \"pkg_name\": \"left-pad\",\n"
              + "  \"pkg_type\": \"npm\",\n"
              + "  \"pkg_versions\": [\n"
              + "    \"1.0\",\n"
              + "    \"1.1\"\n"
              + "  ]\n"
              + "}\n");
      assertThat(files().get(APPROVED))
          .isEqualTo("{\n  \"justification\": \"seen\",\n  \"label\": \"approved\"\n}\n");
    }

    @Test
    void readBackAsTheSameSnapshotAndAsTheSameFiles() {
      export();
      SortedMap<String, String> before = files();

      Snapshot read = Snapshot.read(directory);

      assertThat(read).isEqualTo(snapshot()).hasSameHashCodeAs(snapshot());
      read.write(directory);
      assertThat(files()).isEqualTo(before);
      read.write(folder.resolve("other"), WaiverFiles.SEPARATE);
      assertThat(FileTree.texts(folder.resolve("other"))).isEqualTo(before);
      assertThat(server.migration().exactWaivers().plan(read).steps()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[{'pkg_type':'npm','pkg_name':'a'}]"})
    void addOneFileForANewWaiverAndChangeNoOther(String before) {
      waivers(before);
      export();
      SortedMap<String, String> base = files();
      assertThat(Snapshot.read(directory)).isEqualTo(snapshot());

      waivers(
          before.equals("null")
              ? "[" + NEW + "]"
              : before.replaceFirst("\\[", "[" + NEW + (before.equals("[]") ? "" : ",")));
      export();

      assertThat(ExportedFiles.changed(base, files()))
          .containsExactly(FOLDER + "npm lodash all versions.json")
          .doesNotContainAnyElementsOf(base.keySet());
    }

    @Test
    void ofTwoBranchesAreMerged() throws IOException {
      waivers("[]");
      export();
      SortedMap<String, String> base = files();
      String other = NEW.replace("lodash", "@types/Node");
      waivers("[" + NEW + "]");
      snapshot().write(folder.resolve("ours"), WaiverFiles.SEPARATE);
      waivers("[" + other + "]");
      snapshot().write(folder.resolve("theirs"), WaiverFiles.SEPARATE);

      ExportedFiles.write(
          folder.resolve("merged"),
          ExportedFiles.merged(
              base,
              FileTree.texts(folder.resolve("ours")),
              FileTree.texts(folder.resolve("theirs"))));

      waivers("[" + other + "," + NEW + "]");
      assertThat(Snapshot.read(folder.resolve("merged"))).isEqualTo(snapshot());
    }

    @Test
    void haveShortNamesOfFilesAlsoForManyVersions() {
      String versions = IntStream.range(0, 300)
          .mapToObj(version -> "'1." + version + "'")
          .collect(Collectors.joining(","));
      waivers("[{'pkg_type':'npm','pkg_name':'a','pkg_versions':[" + versions + "]},"
          + "{'pkg_type':'npm','pkg_name':'a','pkg_versions':[" + versions + ",'2']}]");
      export();

      assertThat(files().keySet())
          .filteredOn(file -> file.startsWith(FOLDER))
          .hasSize(2)
          .allMatch(file -> file.length() < FOLDER.length() + 80);
      assertThat(Snapshot.read(directory)).isEqualTo(snapshot());
    }

    @Test
    void forTheSamePackageAndVersionsStayInThePolicy() {
      waivers("[" + NEW + "," + NEW.replace("seen", "other") + "," + NEW.replace("lodash", "one")
          + "," + NEW + "]");
      export();

      assertThat(files().keySet().stream().filter(file -> file.startsWith(FOLDER)))
          .containsExactly(FOLDER + "npm one all versions.json");
      assertThat(files().get(POLICY)).containsSubsequence("lodash", "lodash", "lodash");
      assertThat(Snapshot.read(directory)).isEqualTo(snapshot());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void readBackWhateverTheyAre(long seed) throws IOException {
      SplittableRandom random = new SplittableRandom(seed);
      List<String> parts = List.of(
          "'pkg_name':'a'",
          "'pkg_name':'A'",
          "'pkg_name':'é/日:b'",
          "'pkg_name':7",
          "'pkg_type':'npm'",
          "'pkg_type':'NPM'",
          "'pkg_versions':['1','2']",
          "'pkg_versions':['2','1']",
          "'pkg_versions':'1'",
          "'label':'a'",
          "'label':null",
          "'label':['a']",
          "'justification':'why'",
          "'expires_at':'2030-01-01'",
          "'all_versions':'yes'");
      for (int i = 0; i < 25; i++) {
        StringBuilder all = new StringBuilder();
        for (String list : List.of("'waivers'", "'label_waivers'")) {
          StringBuilder some = new StringBuilder();
          for (int j = random.nextInt(4); j > 0; j--) {
            StringBuilder waiver = new StringBuilder("'id':'" + j + "'");
            Set<String> names = new HashSet<>();
            for (int k = random.nextInt(5); k > 0; k--) {
              String part = parts.get(random.nextInt(parts.size()));
              if (names.add(part.substring(0, part.indexOf(':')))) {
                waiver.append(',').append(part);
              }
            }
            some.append(some.length() == 0 ? "" : ",")
                .append('{')
                .append(waiver)
                .append('}');
          }
          all.append(',').append(list).append(":[").append(some).append(']');
        }
        server.seed(
            Kind.CURATION_POLICIES,
            "{'id':'" + (100 + i) + "','name':'p" + i + "','scope':'all_repos',"
                + "'policy_action':'block','condition_id':'11'" + all + "}");
      }
      Snapshot snapshot = snapshot();
      snapshot.write(directory, WaiverFiles.INLINE);
      assertThat(Snapshot.read(directory)).isEqualTo(snapshot);

      snapshot.write(directory, WaiverFiles.SEPARATE);

      assertThat(Snapshot.read(directory)).isEqualTo(snapshot);
      assertThat(files().keySet())
          .filteredOn(file -> file.contains(".waivers/"))
          .isNotEmpty();
    }
  }

  @Nested
  class Mixed {
    private void inline(String waivers) throws IOException {
      put(
          POLICY,
          "{'name':'no young','scope':'all_repos','policy_action':'block','condition':'young',"
              + "'waivers':" + waivers + "}");
    }

    @Test
    void areReadTogether() throws IOException {
      waivers("[" + NEW + "]");
      export();
      String other = NEW.replace("lodash", "other");
      inline("[" + other + "]");

      Snapshot read = Snapshot.read(directory);

      waivers("[" + NEW + "," + other + "]");
      assertThat(read).isEqualTo(snapshot());
    }

    @Test
    void areReadOnceIfTheyAreEqual() throws IOException {
      waivers("[" + NEW.replace("true", "false,'pkg_versions':['1','2']") + "]");
      export();
      inline("[" + NEW.replace("'all_versions':true", "'pkg_versions':['2','1']") + "]");
      Files.copy(
          directory.resolve(FOLDER + "npm lodash 1, 2.json"),
          directory.resolve(FOLDER + "copy.json"));

      Snapshot read = Snapshot.read(directory);

      assertThat(server.migration().exactWaivers().plan(read).steps()).isEmpty();
      read.write(directory);
      assertThat(files()).doesNotContainKey(FOLDER + "copy.json");
    }

    @Test
    void areRefusedIfTheyDiffer() throws IOException {
      waivers("[" + NEW + "]");
      export();
      inline("[" + NEW.replace("seen", "other") + "]");
      String file = FOLDER + "npm lodash all versions.json";

      isRefused(
          file,
          "it contains the waiver npm lodash all versions, and "
              + directory.toRealPath().resolve(POLICY)
              + " contains this waiver with other content; delete one of them");

      inline("[]");
      put(FOLDER + "by-hand.json", NEW.replace("seen", "other"));
      isRefused(file, "npm lodash all versions", "by-hand.json contains this waiver");
    }

    @Test
    void areRefusedIfThePolicyHasNoList() throws IOException {
      export();
      inline("'x'");

      isRefused(POLICY, "the field waivers must be a list");
    }
  }

  @Nested
  class Refuses {
    @Test
    void aWaiverWithoutItsPolicy() throws IOException {
      export();
      Files.delete(directory.resolve(POLICY));

      isRefused(
          APPROVED, "its policy is missing: there is no file no young.json beside the folder");
    }

    @Test
    void aFileThatIsNoWaiver() throws IOException {
      export();
      put(FOLDER + "x.json", "{'name':'critical'}");

      isRefused(FOLDER + "x.json", "neither the field pkg_name", "nor the field label");
    }

    @Test
    void aFileThatIsNoJson() throws IOException {
      export();
      put(LEFT_PAD, "<<<<<<< ours\n{}");

      isRefused(LEFT_PAD, "line 1", "not JSON");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "policies/critical.waivers/x.json",
          "projects/dev/policies/critical.waivers/x.json",
          "curation-policies/no young.waivers/deeper/x.json",
          "curation-policies/.waivers/x.json"
        })
    void aWaiverInAnotherFolder(String file) throws IOException {
      export();
      put(file, NEW);

      isRefused(file, "it is not in the folder of a kind");
    }

    @Test
    void aFolderThatIsASymbolicLink() throws IOException {
      export();
      Path moved = folder.resolve("moved");
      Files.move(directory.resolve(FOLDER), moved);
      SpecialFiles.link(directory.resolve(FOLDER.substring(0, FOLDER.length() - 1)), moved);

      assertThatThrownBy(() -> Snapshot.read(directory))
          .hasMessageContaining("no young.waivers: it must be a folder, but is a symbolic link");
      assertThatThrownBy(() -> snapshot().write(directory, WaiverFiles.INLINE))
          .hasMessageContaining("no young.waivers: it must be a folder, but is a symbolic link");
      assertThat(moved.resolve("label approved.json")).exists();
    }

    @Test
    void anUnknownForm() throws IOException {
      export();
      put("manifest.json", files().get("manifest.json").replace("separate", "elsewhere"));

      isRefused(
          "manifest.json", "the field waiverFiles must be inline, separate, none, but is \"elsew");
    }
  }

  @Nested
  class Replaced {
    @ParameterizedTest
    @CsvSource({
      "INLINE, SEPARATE",
      "INLINE, NONE",
      "SEPARATE, INLINE",
      "SEPARATE, NONE",
      "NONE, INLINE",
      "NONE, SEPARATE"
    })
    void leaveNothingBehind(WaiverFiles before, WaiverFiles after) throws IOException {
      snapshot().write(directory, before);

      snapshot().write(directory, after);

      snapshot().write(folder.resolve("new"), after);
      assertThat(files()).isEqualTo(FileTree.texts(folder.resolve("new")));
      assertThat(Files.exists(directory.resolve(FOLDER))).isEqualTo(after == WaiverFiles.SEPARATE);
    }

    @Test
    void stayInTheFormOfTheEarlierExport() {
      export();
      SortedMap<String, String> before = files();

      snapshot().write(directory);
      assertThat(files()).isEqualTo(before);

      snapshot().replace(directory);
      assertThat(files()).isEqualTo(before);
    }

    @Test
    void areInlineByDefaultAndAfterAnExportWithoutThem() {
      snapshot().write(folder.resolve("new"));
      snapshot().write(directory, WaiverFiles.NONE);

      snapshot().write(directory);

      assertThat(files())
          .isEqualTo(FileTree.texts(folder.resolve("new")))
          .doesNotContainKey(APPROVED);
      assertThat(files().get("manifest.json")).doesNotContain("waiverFiles");
    }

    @Test
    void losePoliciesAndWaiversThatAreNoLongerOnTheServer() throws IOException {
      waivers("[" + NEW + "," + NEW.replace("lodash", "other") + "]");
      export();
      put(FOLDER + "notes.txt", "mine");

      waivers("[" + NEW + "]");
      export();

      assertThat(files().keySet())
          .filteredOn(file -> file.startsWith(FOLDER))
          .containsExactly(FOLDER + "notes.txt", FOLDER + "npm lodash all versions.json");
      server.fake.clear();
      export();
      assertThat(files()).containsOnlyKeys("manifest.json", FOLDER + "notes.txt");
    }

    @Test
    void areNotLostByAnExportOfOtherObjects() {
      export();
      SortedMap<String, String> before = files();
      Snapshot others = snapshot().select(Selection.all().except("curation-policies"));

      assertThatThrownBy(() -> others.write(directory))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("it contains files that the new export does not cover");
      assertThat(files()).isEqualTo(before);
    }

    @Test
    void doNotDeleteAFileThatIsNoWaiver() throws IOException {
      export();
      put(FOLDER + "mine.json", "{'mine':true}");

      assertThatThrownBy(() -> snapshot().write(directory, WaiverFiles.NONE))
          .isInstanceOf(MigrationException.class)
          .hasMessageContainingAll(
              directory.resolve(FOLDER + "mine.json") + ": it would be deleted",
              "does not contain an exported object");
      assertThat(files()).containsKeys(FOLDER + "mine.json", APPROVED);
    }

    @Test
    void doNotReplaceAFileOfSomebodyElse() throws IOException {
      put(APPROVED, "{}");

      assertThatThrownBy(SeparateWaiversTest.this::export)
          .hasMessageContaining("label approved.json: no export wrote this file");
    }

    @Test
    void canBeReadWhicheverChangeOfAFileFails() {
      SnapshotContent before = content(snapshot());
      waivers("[" + NEW + "," + NEW.replace("lodash", "other") + "]");
      SnapshotContent after = content(snapshot());
      int changes = 0;
      boolean failed = true;
      while (failed) {
        Path export = folder.resolve("export-" + changes);
        ExportWriter.write(before, export, Optional.of(WaiverFiles.SEPARATE), new FileOperations());
        try {
          ExportWriter.write(after, export, Optional.empty(), new FailingAt(changes));
          failed = false;
        } catch (MigrationFailure expected) {
          assertThat(ExportReader.read(export)).isIn(before, after);
        }
        ExportWriter.write(after, export, Optional.empty(), new FileOperations());
        assertThat(ExportReader.read(export)).isEqualTo(after);
        changes++;
      }
      assertThat(changes).isGreaterThan(8);
    }

    private SnapshotContent content(Snapshot snapshot) {
      Path own = folder.resolve("content" + snapshot.hashCode());
      snapshot.write(own);
      return ExportReader.read(own);
    }
  }

  /** A disk on which one change fails, and all later ones too. */
  private static final class FailingAt extends FileOperations {
    private int left;

    FailingAt(int changes) {
      left = changes;
    }

    private void count() throws IOException {
      if (left-- <= 0) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
      count();
      super.write(file, bytes);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      count();
      super.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
      count();
      super.delete(file);
    }
  }
}
