package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.diagnostics.internal.migration.content.CanonicalJson;
import io.github.xrayclient.diagnostics.internal.migration.content.FileOperations;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.export.ExportWriter;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.FileTree;
import io.github.xrayclient.testsupport.SpecialFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Exports into directories that hold links and other things, and exports that end in the middle.
 */
class ExportFilesTest {
  private final Server server = Server.filled(10);

  @TempDir
  Path folder;

  private Path directory;
  private Path outside;

  @BeforeEach
  void makeFolders() throws IOException {
    directory = folder.resolve("export");
    outside = Files.createDirectory(folder.resolve("outside"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Snapshot snapshot() {
    return server.migration().snapshot();
  }

  private void policy(String name) {
    server.seed(
        Kind.POLICIES, "{'name':" + TextNode.valueOf(name) + ",'type':'security','rules':[]}");
  }

  private List<String> files(Path below) throws IOException {
    try (Stream<Path> all = Files.walk(below)) {
      return all.filter(file -> !Files.isDirectory(file))
          .map(file -> FileTree.path(below, file))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  @Nested
  class Links {
    private void isRefused(String file) throws IOException {
      List<String> before = files(folder);
      server.xray.watches().edit("libs", update -> update.description("new"));

      assertThatThrownBy(() -> snapshot().write(directory))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining(directory.resolve(file) + ": ")
          .hasMessageContaining("but is a symbolic link");
      assertThatThrownBy(() -> Snapshot.read(directory))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("but is a symbolic link");
      assertThat(files(folder)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"watches", "projects", "projects/dev", "projects/dev/policies"})
    void inPlaceOfFoldersAreNotFollowed(String part) throws IOException {
      snapshot().write(directory);
      Path moved = outside.resolve("moved");
      Files.move(directory.resolve(part), moved);
      SpecialFiles.link(directory.resolve(part), moved);

      isRefused(part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "watches/libs.json", "policies/critical.json"})
    void inPlaceOfFilesAreNotFollowed(String file) throws IOException {
      snapshot().write(directory);
      Path moved = outside.resolve("moved");
      Files.move(directory.resolve(file), moved);
      SpecialFiles.link(directory.resolve(file), moved);
      String before = Files.readString(moved);

      isRefused(file);
      assertThat(moved).hasContent(before.stripTrailing());
    }

    @Test
    void thatLeadNowhereAreNotFollowedEither() throws IOException {
      Files.createDirectories(directory.resolve("watches"));
      Path nowhere = outside.resolve("nowhere.json");
      SpecialFiles.link(directory.resolve("watches/libs.json"), nowhere);

      assertThatThrownBy(() -> snapshot().write(directory))
          .hasMessageContaining("but is a symbolic link");
      assertThat(nowhere).doesNotExist();
    }

    @Test
    void inPlaceOfStaleFilesAreNotDeleted() throws IOException {
      snapshot().write(directory);
      Path stale = directory.resolve("watches/libs.json");
      Files.move(stale, outside.resolve("libs.json"));
      SpecialFiles.link(stale, outside.resolve("libs.json"));
      server.xray.watches().delete("libs");

      assertThatThrownBy(() -> snapshot().write(directory))
          .hasMessageContaining("but is a symbolic link");
      assertThat(stale).isSymbolicLink().exists();
    }

    @Test
    void toTheDirectoryItselfAreFollowed() throws IOException {
      Path link = SpecialFiles.link(folder.resolve("link"), outside);

      snapshot().write(link.resolve("export"));
      snapshot().write(link.resolve("export"));

      assertThat(Snapshot.read(link.resolve("export"))).isEqualTo(snapshot());
      assertThat(outside.resolve("export/manifest.json")).isRegularFile();
      Path direct = SpecialFiles.link(folder.resolve("direct"), outside.resolve("export"));
      server.xray.watches().delete("libs");
      snapshot().write(direct);
      assertThat(direct).isSymbolicLink();
      assertThat(Snapshot.read(outside.resolve("export"))).isEqualTo(snapshot());
    }

    @Test
    void withTheNamesOfOldStagedFilesAreLeftAlone() throws IOException {
      Files.createDirectories(directory.resolve("watches"));
      Path mine = Files.writeString(outside.resolve("mine"), "mine");
      SpecialFiles.link(directory.resolve("watches/libs.json.new"), mine);
      Files.writeString(directory.resolve("manifest.json.new"), "mine too");

      snapshot().write(directory);

      assertThat(mine).hasContent("mine");
      assertThat(directory.resolve("watches/libs.json.new")).isSymbolicLink();
      assertThat(directory.resolve("manifest.json.new")).hasContent("mine too");
    }
  }

  @Nested
  class OtherThings {
    @Test
    void inPlaceOfFilesAreNeitherReplacedNorDeleted() throws IOException {
      snapshot().write(directory);
      for (String file : List.of("watches/libs.json", "policies/critical.json")) {
        Files.delete(directory.resolve(file));
        Files.createDirectory(directory.resolve(file));
      }
      server.xray.watches().delete("libs");

      assertThatThrownBy(() -> snapshot().write(directory))
          .hasMessageContaining("it must be a regular file, but is a folder");
      assertThat(directory.resolve("watches/libs.json")).isDirectory();
      assertThat(directory.resolve("policies/critical.json")).isDirectory();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "projects/../watches/mine.json",
          "projects/./watches/mine.json",
          "../outside/mine.json",
          "watches/../../outside/mine.json",
          "/watches/mine.json",
          "watches/a\\u0000.json",
          "watches/C:mine.json",
          "watches/mine/mine.json"
        })
    void thatAnInterruptedExportWouldDeleteOutsideOfItsFoldersAreNotTouched(String path)
        throws IOException {
      snapshot().write(directory);
      Files.createDirectories(directory.resolve("watches/mine"));
      Path mine = Files.writeString(directory.resolve("watches/mine/mine.json"), "{}");
      Path far = Files.writeString(outside.resolve("mine.json"), "{}");
      Path manifest = directory.resolve("manifest.json");
      Files.writeString(
          manifest,
          Files.readString(manifest)
              .replaceFirst(
                  "\\{",
                  "{\"replacing\": {\"tag\": \"0123456789abcdef\", \"stale\": [\""
                      + path.replace("\\", "\\\\") + "\"]},"));

      snapshot().write(directory);

      assertThat(mine).exists();
      assertThat(far).exists();
    }

    @Test
    void thatAManifestStagesOutsideOfItsFoldersAreNotTouched() throws IOException {
      snapshot().write(directory);
      Path manifest = directory.resolve("manifest.json");
      Files.writeString(
          manifest,
          Files.readString(manifest)
              .replaceFirst("\\{", "{\"replacing\": {\"tag\": \"/../../x\", \"stale\": []},"));

      assertThatThrownBy(() -> Snapshot.read(directory))
          .hasMessageContaining("the field replacing.tag is missing or damaged");
      assertThatThrownBy(() -> snapshot().write(directory))
          .hasMessageContaining("the field replacing.tag is missing or damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"policies/x.json", "ignore-rules/x.json", "curation-policies/x.json"})
    void thatBelongIntoAnotherFolderAreRefused(String file) throws IOException {
      snapshot().write(directory);
      Files.copy(directory.resolve("conditions/young.json"), directory.resolve(file));

      assertThatThrownBy(() -> Snapshot.read(directory))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("x.json: it contains one of the conditions, but is in the folder "
              + file.substring(0, file.indexOf('/')));
    }

    @Test
    void thatAreTooLargeAreRefused() throws IOException {
      snapshot().write(directory);
      try (RandomAccessFile file =
          new RandomAccessFile(directory.resolve("watches/libs.json").toFile(), "rw")) {
        file.setLength((128L << 20) + 1);
      }

      assertThatThrownBy(() -> Snapshot.read(directory))
          .isInstanceOf(MigrationException.class)
          .hasMessageEndingWith("it cannot be read: it is larger than 128 MiB; export again");
    }
  }

  @Nested
  class Names {
    /** Neither has a letter that can be transcribed, and the first digits of their hashes agree. */
    private static final String ONE = "\u5669\u4ee3";

    private static final String OTHER = "\u6703\u4ea0";

    @Test
    void whoseShortHashesAreTheSameGetFilesOfTheirOwn() throws IOException {
      assertThat(CanonicalJson.hash(ONE)).startsWith("07ea6d14ae");
      assertThat(CanonicalJson.hash(OTHER)).startsWith("07ea6d14ae");
      policy(ONE);
      policy(OTHER);

      isKept();
    }

    @Test
    void thatDifferInNormalizationCaseOrHiddenCharactersGetFilesOfTheirOwn() throws IOException {
      for (String name : List.of(
          "\u00e9",
          "e\u0301",
          "E\u0301",
          "\u00c9",
          "stra\u00dfe",
          "STRASSE",
          "strasse",
          "\u0131",
          "i",
          "I",
          "\u0130",
          "\u017f",
          "s",
          "S",
          "\u212a",
          "k",
          "K",
          "a\ud800",
          "a\ud801",
          "a?",
          "a\udc00",
          "a\ufffd",
          "a\u200b",
          "a",
          "a.",
          "a..",
          "a ",
          " a",
          "con",
          "CON",
          "con.x",
          "con .x",
          "nul",
          "a:b",
          "a*b",
          "a/b",
          "a\\b",
          "..",
          ".",
          "n".repeat(300),
          "n".repeat(301),
          "N".repeat(300))) {
        policy(name);
      }

      isKept();
      assertThat(files(directory))
          .allMatch(file -> file.matches("[A-Za-z0-9 ._~/-]+"))
          .allMatch(file -> file.length() < 170);
    }

    private void isKept() throws IOException {
      Snapshot snapshot = snapshot();
      snapshot.write(directory);

      assertThat(Snapshot.read(directory)).isEqualTo(snapshot);
      assertThat(files(directory)).hasSize(1 + snapshot.keys().size());
      assertThat(files(directory).stream().map(String::toLowerCase)).doesNotHaveDuplicates();
    }
  }

  /** Whether the export fails or the process ends: it is the earlier export or the new one. */
  @Nested
  class InTheMiddle {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void canStillBeReadWhicheverChangeOfAFileFails(boolean dies) throws IOException {
      Snapshot before = snapshot();
      before.write(folder.resolve("pattern"));
      server.xray.watches().delete("libs");
      policy("added");
      server.seed(Kind.POLICIES, "{'name':'critical','type':'security','description':'changed'}");
      Snapshot after = snapshot();
      int changes = 0;
      boolean failed = true;
      while (failed) {
        directory = folder.resolve("export-" + changes);
        before.write(directory);
        FailingDisk disk = new FailingDisk(changes, dies);
        try {
          ExportWriter.write(after.content(), directory, Optional.empty(), disk);
          failed = false;
        } catch (MigrationFailure | Died expected) {
          Snapshot now = Snapshot.read(directory);
          assertThat(now).as("change " + changes).isIn(before, after);
          assertThat(now.equals(after)).isEqualTo(disk.moves > 0);
        }
        after.write(directory);
        assertThat(Snapshot.read(directory)).isEqualTo(after);
        if (!dies) {
          assertThat(files(directory)).noneMatch(file -> file.endsWith(".new"));
        }
        changes++;
      }
      assertThat(changes).isGreaterThan(7);
    }
  }

  private static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Fails at one change, counted from 0; where the process died, nothing is changed after it. */
  private static final class FailingDisk extends FileOperations {
    private final int at;
    private final boolean dies;
    private int changes;
    private int moves;

    FailingDisk(int at, boolean dies) {
      this.at = at;
      this.dies = dies;
    }

    private void count() throws IOException {
      boolean now = changes++ == at;
      if (dies && (now || changes > at)) {
        throw new Died();
      } else if (now) {
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
      moves++;
    }

    @Override
    public void delete(Path file) throws IOException {
      count();
      super.delete(file);
    }
  }
}
