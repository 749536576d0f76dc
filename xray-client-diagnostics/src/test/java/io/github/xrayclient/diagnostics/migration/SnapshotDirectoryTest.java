package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.diagnostics.internal.migration.content.FileOperations;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.export.ExportWriter;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotDirectoryTest {
  private final Server server = Server.filled(10);

  @TempDir
  Path directory;

  @AfterEach
  void stop() {
    server.close();
  }

  private Snapshot snapshot() {
    return server.migration().snapshot();
  }

  private Map<String, String> files() {
    return FileTree.texts(directory);
  }

  private void put(String file, String json) throws IOException {
    Files.createDirectories(directory.resolve(file).getParent());
    Files.writeString(directory.resolve(file), json.replace('\'', '"'));
  }

  private void edit(String file, String text, String other) throws IOException {
    String now = Files.readString(directory.resolve(file));
    assertThat(now).contains(text);
    Files.writeString(directory.resolve(file), now.replace(text, other));
  }

  private void refuses(String... words) {
    assertThatThrownBy(() -> Snapshot.read(directory))
        .isInstanceOfSatisfying(MigrationException.class, e -> {
          assertThat(e.file()).isPresent();
          assertThat(e).hasMessageContaining(e.file().get().toString());
        })
        .hasMessageContainingAll(words);
  }

  @Nested
  class Written {
    @Test
    void isOneFileForEachObject() {
      snapshot().write(directory);

      assertThat(files().keySet())
          .allMatch(name -> !name.endsWith(".new"))
          .contains(
              "manifest.json",
              "conditions/young.json",
              "curation-policies/no young.json",
              "policies/critical.json",
              "projects/dev/policies/critical.json",
              "watches/libs.json")
          .anyMatch(name -> name.startsWith("ignore-rules/not-reachable-"));
    }

    @Test
    void doesNotReplaceAnExportOfAnotherServerUnlessToldTo() {
      snapshot().write(directory);
      Map<String, String> before = files();

      try (Server other = Server.filled(3)) {
        Snapshot snapshot = other.migration().snapshot();
        assertThatThrownBy(() -> snapshot.write(directory))
            .isInstanceOf(MigrationException.class)
            .hasMessageContainingAll(
                directory.toString(), server.fake.url(), other.fake.url(), "Snapshot.replace(..)");
        assertThat(files()).isEqualTo(before);

        snapshot.replace(directory);

        assertThat(Snapshot.read(directory)).isEqualTo(snapshot);
      }
    }

    @Test
    void isTheSameForAnUnchangedServer() {
      snapshot().write(directory);
      Map<String, String> first = files();

      snapshot().write(directory);

      assertThat(files()).isEqualTo(first);
      assertThat(first.values()).noneMatch(text -> text.contains("2025-01-01"));
    }

    @Test
    void saysInTheManifestWhereItIsFrom() throws IOException {
      snapshot().write(directory);

      assertThat(Files.readString(directory.resolve("manifest.json")))
          .contains(
              "\"schema\": 1",
              "\"source\": \"" + server.fake.url() + "\"",
              "\"serverVersion\": \"3.116.0\"",
              "\"kinds\": [",
              "\"curation-policies\"")
          .doesNotContain("critical", "selection");
    }

    @Test
    void isReadableForPeople() throws IOException {
      snapshot().write(directory);

      assertThat(Files.readString(directory.resolve("conditions/young.json")))
          .isEqualTo("{\n"
              + "  \"name\": \"young\",\n"
              + "  \"condition_template_id\": \"isImmature\",\n"
              + "  \"param_values\": [\n"
              + "    {\n"
              + "      \"param_id\": \"package_age_days\",\n"
              + "      \"value\": 7\n"
              + "    }\n"
              + "  ]\n"
              + "}\n");
    }

    @Test
    void readsBackAsAnEqualSnapshot() {
      Snapshot snapshot = snapshot();
      snapshot.write(directory);

      assertThat(Snapshot.read(directory)).isEqualTo(snapshot).hasSameHashCodeAs(snapshot);
    }

    @Test
    void isReadAsAWholeWithFilesThatWereAddedOrDeletedByHand() throws IOException {
      snapshot().write(directory);
      String manifest = Files.readString(directory.resolve("manifest.json"));
      put("policies/by-hand.json", "{'name':'new','type':'security','rules':[]}");
      Files.delete(directory.resolve("watches/libs.json"));

      assertThat(Snapshot.read(directory).keys())
          .contains(ObjectKey.of(ObjectKind.POLICIES, "new"))
          .noneMatch(key -> key.kind() == ObjectKind.WATCHES);
      server.seed(Kind.POLICIES, "{'name':'another','type':'security','rules':[]}");
      snapshot().write(directory);
      assertThat(directory.resolve("policies/by-hand.json")).doesNotExist();
      assertThat(directory.resolve("manifest.json")).hasContent(manifest.stripTrailing());
    }

    @Test
    void readsEverySpellingOfAFieldAsTheServersOwn() throws IOException {
      server.seed(
          Kind.POLICIES,
          "{'name':'lic','type':'license','rules':[{'name':'r','priority':1,'criteria':"
              + "{'allowed_licenses':['MIT']},'actions':{}}]}");
      snapshot().write(directory);
      edit("policies/lic.json", "\"allowed_licenses\"", "\"allow_licenses\"");

      Snapshot edited = Snapshot.read(directory);

      assertThat(edited.content().objects()).isEqualTo(snapshot().content().objects());
      assertThat(server.migration().plan(edited).steps()).isEmpty();
    }

    @Test
    void readsBackWithoutCuration() {
      server.fake.forbid("/xray/api/v1/curation");
      Snapshot snapshot = snapshot();
      snapshot.write(directory);

      assertThat(Snapshot.read(directory)).isEqualTo(snapshot);
    }

    @Test
    void takesTheSameAgainOrMore() {
      Migration project = server.migration().inProject("dev");
      project.snapshot().write(directory);
      server.seed(Kind.POLICIES, "{'name':'b','project_key':'dev','type':'security','rules':[]}");
      project.snapshot().write(directory);
      server.xray.policies().inProject("dev").delete("b");
      project.snapshot().write(directory);
      assertThat(files()).hasSize(2);

      snapshot().write(directory);

      assertThat(Snapshot.read(directory)).isEqualTo(snapshot());
    }

    @Test
    void losesWhatIsNoLongerOnTheServerAndNothingElse() throws IOException {
      snapshot().write(directory);
      put("README.md", "mine");
      put("policies/notes.txt", "mine too");
      server.fake.seed(Kind.CONDITIONS, "[]");
      server.xray.watches().delete("libs");
      server.xray.policies().delete("critical");

      snapshot().write(directory);

      assertThat(files())
          .doesNotContainKeys("policies/critical.json", "watches/libs.json")
          .containsKeys("README.md", "policies/notes.txt", "projects/dev/policies/critical.json");
    }
  }

  @Nested
  class Names {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "a/b",
          "..\\up",
          "con",
          "Aux.txt",
          "COM1",
          "dot.",
          " blank",
          "blank ",
          "na:me*?",
          "Größe",
          "日本",
          "line\u2028end",
          "..",
          "~x",
          "quote\"s"
        })
    void becomeSafeAndStayExactInside(String name) {
      server.seed(
          Kind.POLICIES, "{'name':" + TextNode.valueOf(name) + ",'type':'security','rules':[]}");
      Snapshot snapshot = snapshot();

      snapshot.write(directory);

      assertThat(Snapshot.read(directory)).isEqualTo(snapshot);
      assertThat(files().keySet())
          .allMatch(file -> file.matches("[A-Za-z0-9 ._~/-]+"))
          .noneMatch(file -> file.toLowerCase(Locale.ROOT).matches("(.*/)?(con|aux|com1)(\\..*)?"))
          .noneMatch(file -> file.matches(".*[ .](/.*|\\.json)"));
    }

    @Test
    void thatDifferByCaseAloneAreToldApart() {
      server.seed(Kind.POLICIES, "{'name':'Critical','type':'security','rules':[]}");
      server.seed(Kind.POLICIES, "{'name':'r','project_key':'Dev','type':'security','rules':[]}");
      Snapshot snapshot = snapshot();

      snapshot.write(directory);

      Set<String> lowerCase =
          files().keySet().stream().map(String::toLowerCase).collect(Collectors.toSet());
      assertThat(lowerCase).hasSameSizeAs(files().keySet());
      assertThat(files().keySet()).noneMatch(file -> file.startsWith("projects/Dev/"));
      assertThat(Snapshot.read(directory)).isEqualTo(snapshot);
    }

    @Test
    void areCutWhereTheyAreTooLong() {
      server.seed(Kind.POLICIES, "{'name':'" + "n".repeat(300) + "','type':'security','rules':[]}");
      server.seed(Kind.POLICIES, "{'name':'" + "n".repeat(301) + "','type':'security','rules':[]}");
      Snapshot snapshot = snapshot();

      snapshot.write(directory);

      assertThat(files().keySet()).allMatch(file -> file.length() < 150);
      assertThat(Snapshot.read(directory)).isEqualTo(snapshot);
    }
  }

  @Nested
  class Refuses {
    @Test
    void aDirectoryThatIsNoExport() {
      refuses("manifest.json", "there is no such file", "export again");
    }

    @Test
    void aManifestOfANewerVersion() throws IOException {
      snapshot().write(directory);
      edit("manifest.json", "\"schema\": 1", "\"schema\": 2");

      refuses("manifest.json", "schema 2", "use a newer version");
      assertThatThrownBy(() -> snapshot().write(directory)).hasMessageContaining("schema 2");
    }

    @Test
    void toExportBesideAManifestThatIsNoJson() throws IOException {
      snapshot().write(directory);
      put("manifest.json", "{");

      assertThatThrownBy(() -> snapshot().write(directory))
          .hasMessageContaining("manifest.json: line 1: not JSON")
          .hasMessageEndingWith("correct it, or export into another directory");
    }

    @Test
    void aManifestWithoutASchema() throws IOException {
      put("manifest.json", "{}");

      refuses("no schema number");
    }

    @Test
    void aFileThatIsNoJson() throws IOException {
      snapshot().write(directory);
      put("watches/libs.json", "{'general_data':\n{,");

      refuses("libs.json", "not JSON", "line 2");
    }

    @Test
    void aFileThatIsNoObject() throws IOException {
      snapshot().write(directory);
      put("watches/libs.json", "[]");

      refuses("libs.json", "must contain a JSON object");
    }

    @Test
    void aMemberThatIsThereTwice() throws IOException {
      snapshot().write(directory);
      put("watches/libs.json", "{'general_data':{'name':'libs','name':'libs'}}");

      refuses("libs.json", "the field 'name' twice");
    }

    @Test
    void anIdentityOfTheWrongType() throws IOException {
      snapshot().write(directory);
      put("policies/critical.json", "{'name':'critical','type':'security','rules':[{'name':{}}]}");

      refuses("critical.json", "$.rules[0].name");
    }

    @Test
    void anObjectWithoutAName() throws IOException {
      snapshot().write(directory);
      put("watches/libs.json", "{'general_data':{}}");

      refuses("libs.json", "the field general_data.name is missing");
    }

    @Test
    void twoObjectsOfOneName() throws IOException {
      snapshot().write(directory);
      Files.copy(directory.resolve("watches/libs.json"), directory.resolve("watches/new.json"));

      refuses("new.json", "watch \"libs\"", "delete one of the files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"watches/mine/new.json", "projects/new.json", "projects/dev/new.json"})
    void aFileThatIsNotInTheFolderOfAKind(String file) throws IOException {
      snapshot().write(directory);
      Files.createDirectories(directory.resolve(file).getParent());
      Files.copy(directory.resolve("watches/libs.json"), directory.resolve(file));

      refuses("new.json: it is not in the folder of a kind");
    }

    @Test
    void aFileOfAKindThatCouldNotBeRead() throws IOException {
      server.fake.forbid("/xray/api/v1/curation");
      snapshot().write(directory);
      put("conditions/new.json", "{'name':'new','condition_template_id':'x'}");

      refuses("new.json: manifest.json says that conditions could not be read", "403");
    }

    @Test
    void aFileOfAnotherProjectThanTheExport() throws IOException {
      server.migration().inProject("dev").snapshot().write(directory);
      put("projects/qa/policies/new.json", "{'name':'new','project_key':'qa','rules':[]}");

      refuses("new.json", "policy \"new\" in project \"qa\"", "limited to project \"dev\"");
    }

    @Test
    void aManifestWithoutKindsOrWithAnUnknownSelection() throws IOException {
      put("manifest.json", "{'schema':1,'source':'x'}");
      refuses("manifest.json", "the field kinds");
      put("manifest.json", "{'schema':1,'kinds':['watch']}");
      refuses("manifest.json", "unknown kind \"watch\"");
      put("manifest.json", "{'schema':1,'kinds':[],'selection':{'only':['watch']}}");
      refuses("manifest.json", "the field selection is not valid", "was \"watch\"");
      put("manifest.json", "{'schema':1,'kinds':[],'selection':{'onyl':['watches']}}");
      refuses("manifest.json", "unknown field onyl");
    }

    @Test
    void toDeleteAFileThatContainsNoExportedObject() throws IOException {
      snapshot().write(directory);
      put("watches/mine.json", "{}");

      assertThatThrownBy(() -> snapshot().write(directory))
          .isInstanceOf(MigrationException.class)
          .hasMessageContainingAll(
              directory.resolve("watches/mine.json") + ": it would be deleted", "move it away");
      assertThat(directory.resolve("watches/mine.json")).exists();
    }

    @Test
    void aProjectsKeyThatDoesNotFitItsPlace() throws IOException {
      snapshot().write(directory);
      edit("projects/dev/policies/critical.json", "  \"project_key\": \"dev\",\n", "");

      refuses(
          "critical.json", "it is in the folder projects, but the field project_key is missing");
    }

    @Test
    void toReplaceAnExportByThatOfOneProject() {
      snapshot().write(directory);
      Map<String, String> before = files();
      Snapshot project = server.migration().inProject("dev").snapshot();

      assertThatThrownBy(() -> project.write(directory))
          .isInstanceOf(MigrationException.class)
          .hasMessage(directory + ": it contains files that the new export does not cover, such as"
              + " conditions/young.json, because the new export is limited to project \"dev\";"
              + " export into another directory, or delete these files");
      assertThat(files()).isEqualTo(before);
    }

    @Test
    void toReplaceAnExportByOneWithoutCuration() {
      snapshot().write(directory);
      Map<String, String> before = files();
      server.fake.forbid("/xray/api/v1/curation");

      assertThatThrownBy(() -> snapshot().write(directory))
          .isInstanceOf(MigrationException.class)
          .hasMessageContainingAll(
              directory + ": it contains files that the new export does not cover",
              "the new export has no conditions (the token has no permission to read Curation"
                  + " (status 403));"
                  + " export");
      assertThat(files()).isEqualTo(before);
    }

    @Test
    void toReplaceTheExportOfAnotherProject() {
      server.migration().inProject("dev").snapshot().write(directory);

      assertThatThrownBy(() -> server.migration().inProject("qa").snapshot().write(directory))
          .hasMessageContainingAll(
              "projects/dev/policies/critical.json", "is limited to project \"qa\"");
    }

    @Test
    void toOverwriteAFileOfSomebodyElse() throws IOException {
      put("watches/libs.json", "{}");

      assertThatThrownBy(() -> snapshot().write(directory))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("libs.json: no export wrote this file");
      assertThat(files()).containsOnlyKeys("watches/libs.json");
    }
  }

  @Nested
  class OnAFailingDisk {
    private final FileOperations full = new FileOperations() {
      private int room = 3;

      @Override
      public void write(Path file, byte[] bytes) throws IOException {
        if (room-- == 0) {
          throw new IOException("No space left on device");
        }
        super.write(file, bytes);
      }
    };

    @Test
    void namesTheFileAndLeavesNothingHalfWritten() {
      assertThatThrownBy(
              () -> ExportWriter.write(snapshot().content(), directory, Optional.empty(), full))
          .isInstanceOf(MigrationFailure.class)
          .hasMessageContainingAll(".json: it cannot be written", "No space left", "export again");
      assertThat(files()).isEmpty();
    }

    @Test
    void leavesAnEarlierExportAsItWas() {
      snapshot().write(directory);
      Map<String, String> before = files();
      for (int i = 0; i < 4; i++) {
        server.seed(Kind.POLICIES, "{'name':'p" + i + "','type':'security','rules':[]}");
      }

      assertThatThrownBy(
              () -> ExportWriter.write(snapshot().content(), directory, Optional.empty(), full))
          .isInstanceOf(MigrationFailure.class);

      assertThat(files()).isEqualTo(before);
    }

    @Test
    void isTheNewExportWhenItIsInterruptedAfterAllFilesAreThere() {
      snapshot().write(directory);
      server.xray.watches().delete("libs");
      FileOperations stuck = new FileOperations() {
        @Override
        public void delete(Path file) throws IOException {
          throw new IOException("Permission denied");
        }
      };

      assertThatThrownBy(
              () -> ExportWriter.write(snapshot().content(), directory, Optional.empty(), stuck))
          .hasMessageContaining("libs.json: it cannot be written");

      assertThat(Snapshot.read(directory)).isEqualTo(snapshot());
      snapshot().write(directory);
      assertThat(Snapshot.read(directory)).isEqualTo(snapshot());
      assertThat(files()).doesNotContainKey("watches/libs.json");
    }
  }
}
