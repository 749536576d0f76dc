package io.github.xrayclient.diagnostics.migration.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.FileTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of the files of an export. */
class ExportedNamesTest {
  private final Server server = new Server();

  @TempDir
  Path directory;

  @AfterEach
  void stop() {
    server.close();
  }

  /** The name of the only file for the policy with this name, which must read back. */
  private String file(String name) {
    server.seed(
        Kind.POLICIES, "{'name':" + TextNode.valueOf(name) + ",'type':'security','rules':[]}");
    Snapshot snapshot = Migration.of(server.xray).snapshot();
    snapshot.write(directory);
    assertThat(Snapshot.read(directory)).isEqualTo(snapshot);
    Set<String> files = new TreeSet<>(FileTree.texts(directory).keySet());
    files.remove("manifest.json");
    assertThat(files).hasSize(1);
    return files.iterator().next();
  }

  @ParameterizedTest
  @ValueSource(strings = {"critical", "no young_2.0 (dev)", "_a+b, c", "1.0", "a.json"})
  void areThoseOfObjectsInLowerCase(String name) {
    assertThat(file(name)).isEqualTo("policies/" + name + ".json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Critical|Critical",
        "Größe prüfen|Grosse prufen",
        "STRAẞE|STRASsE",
        "Œuvre à voir|Oeuvre a voir",
        "Łódź|Lodz",
        "İstanbul ışık|Istanbul isik",
        "Bảo mật nghiêm trọng|Bao mat nghiem trong",
        "Проверка лицензий|Proverka litsenzii",
        "Щит – объект|Shchit - obekt",
        "Άδειες χρήσης|Adeies chrisis",
        "日本 npm 語|npm",
        "日本語|object",
        "a/b\\c|a_b_c",
        "..|object",
        "-rf|rf",
        "con|_con",
        "Aux.x|_Aux.x",
        "LPT1 .txt|_LPT1 .txt",
        "a.|a",
        "line\u2028end|line_end",
        "a~b|a_b"
      })
  void areReadableWithAHashWhereTheyCannotBeThoseOfTheObjects(String name, String readable) {
    assertThat(file(name)).matches("policies/\\Q" + readable + "\\E~[0-9a-f]{10}\\.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "N", "日", "é", "a "})
  void leaveRoomForWhatIsAppended(String part) {
    String file = file(part.repeat(400));

    assertThat(file.getBytes(StandardCharsets.UTF_8).length).isLessThan(130);
  }

  @Test
  void doNotDependOnOtherObjects() {
    String alone = file("Critical");
    server.seed(Kind.POLICIES, "{'name':'critical','type':'security','rules':[]}");
    server.seed(Kind.POLICIES, "{'name':'CRITICAL','type':'security','rules':[]}");

    Migration.of(server.xray).snapshot().write(directory);

    assertThat(FileTree.texts(directory)).hasSize(4).containsKeys(alone, "policies/critical.json");
  }

  @Test
  void ofFoldersOfProjectsFollowTheSameRule() {
    server.seed(Kind.POLICIES, "{'name':'r','project_key':'Größe','type':'security','rules':[]}");
    Migration.of(server.xray).snapshot().write(directory);

    assertThat(FileTree.texts(directory).keySet())
        .anyMatch(file -> file.matches("projects/Grosse~[0-9a-f]{10}/policies/r\\.json"));
  }

  @Test
  void ofIgnoreRulesBeginWithTheirNotes() {
    server.seed(Kind.IGNORE_RULES, "{'id':'1','notes':'Größe: nicht betroffen'}");
    Migration.of(server.xray).snapshot().write(directory);

    assertThat(FileTree.texts(directory).keySet())
        .anyMatch(file -> file.matches("ignore-rules/grosse-nicht-betroffen-[0-9a-f]{32}\\.json"));
  }
}
