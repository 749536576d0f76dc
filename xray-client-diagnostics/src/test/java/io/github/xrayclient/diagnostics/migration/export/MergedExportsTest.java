package io.github.xrayclient.diagnostics.migration.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two branches of a repository export the same server at different times, and are merged. */
class MergedExportsTest {
  private static final List<String> PARTS =
      List.of("a", "A", "b", "é", "e\u0301", "ß", "ss", "/", ":", ".", " ", "-", "~", "日", "con");

  private final Server server = Server.filled(10);

  @TempDir
  Path folder;

  @AfterEach
  void stop() {
    server.close();
  }

  private void add(ObjectKind kind, String name) {
    String text = TextNode.valueOf(name).toString();
    String id = "id" + name.hashCode();
    switch (kind) {
      case CURATION_POLICIES:
        server.seed(
            Kind.CURATION_POLICIES,
            "{'id':'" + id + "','name':" + text
                + ",'scope':'all_repos','policy_action':'block','condition_id':'11'}");
        break;
      case WATCHES:
        server.seed(Kind.WATCHES, "{'general_data':{'name':" + text + "}}");
        break;
      case IGNORE_RULES:
        server.seed(
            Kind.IGNORE_RULES, "{'id':'" + id + "','notes':" + text + ",'ignore_filters':{}}");
        break;
      default:
        server.seed(Kind.POLICIES, "{'name':" + text + ",'type':'security','rules':[]}");
    }
  }

  private Map<Kind, List<JsonNode>> stored() {
    Map<Kind, List<JsonNode>> stored = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      stored.put(kind, server.fake.stored(kind));
    }
    return stored;
  }

  private void restore(Map<Kind, List<JsonNode>> stored) {
    server.fake.clear();
    stored.forEach(
        (kind, objects) -> objects.forEach(object -> server.fake.seed(kind, object.toString())));
  }

  /** The files of a new export of the server as it is now. */
  private SortedMap<String, String> export(String directory) {
    server.migration().snapshot().write(folder.resolve(directory));
    return FileTree.texts(folder.resolve(directory));
  }

  /** The files of a new export while the server has one more object. */
  private SortedMap<String, String> exportWith(ObjectKind kind, String name, String directory) {
    Map<Kind, List<JsonNode>> before = stored();
    add(kind, name);
    SortedMap<String, String> files = export(directory);
    restore(before);
    return files;
  }

  /** Adds one object on each branch, merges, and expects a server with both. */
  private void isMerged(ObjectKind kind, String ours, String theirs, String directory)
      throws IOException {
    SortedMap<String, String> base = export(directory + "base");
    SortedMap<String, String> left = exportWith(kind, ours, directory + "ours");
    SortedMap<String, String> right = exportWith(kind, theirs, directory + "theirs");

    assertThat(ExportedFiles.changed(base, left))
        .hasSize(1)
        .doesNotContainAnyElementsOf(base.keySet());
    assertThat(ExportedFiles.changed(base, right)).hasSize(1);
    Path merged = folder.resolve(directory + "merged");
    SortedMap<String, String> files = ExportedFiles.merged(base, left, right);
    ExportedFiles.write(merged, files);

    add(kind, ours);
    add(kind, theirs);
    Snapshot both = server.migration().snapshot();
    assertThat(Snapshot.read(merged)).isEqualTo(both);
    both.write(merged);
    assertThat(FileTree.texts(merged)).isEqualTo(files);
  }

  @ParameterizedTest
  @CsvSource({
    "CURATION_POLICIES, no old, no-old",
    "CURATION_POLICIES, a/b, a:b",
    "CURATION_POLICIES, NO YOUNG, No young",
    "POLICIES, critical-a, critical-b",
    "POLICIES, Critical, CRITICAL",
    "POLICIES, größe, Größe",
    "POLICIES, con, CON",
    "POLICIES, 日本, 日木",
    "WATCHES, libs., libs..",
    "WATCHES, Libs, LIBS",
    "IGNORE_RULES, reachable, Reachable"
  })
  void whichEachAddAnObjectWithANeighbouringNameReadBackAsBoth(
      ObjectKind kind, String ours, String theirs) throws IOException {
    isMerged(kind, ours, theirs, "");
  }

  @Test
  void whoseNamesDifferOnlyInTheNormalFormReadBackAsBoth() throws IOException {
    isMerged(ObjectKind.POLICIES, "caf\u00e9", "cafe\u0301", "");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void mergeWhateverTheNamesAre(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 12; i++) {
      List<String> names = new ArrayList<>();
      while (names.size() < 2) {
        String name = PARTS.get(random.nextInt(PARTS.size()))
            + PARTS.get(random.nextInt(PARTS.size()))
            + PARTS.get(random.nextInt(PARTS.size()));
        boolean isNew = server.fake.stored(Kind.POLICIES).stream()
            .noneMatch(policy -> policy.path("name").asText().equals(name));
        if (isNew && !name.isBlank() && !names.contains(name)) {
          names.add(name);
        }
      }
      isMerged(ObjectKind.POLICIES, names.get(0), names.get(1), i + "/");
    }
  }

  @Test
  void haveTheSameManifestWhateverIsOnTheServer() {
    String full = export("full").get("manifest.json");
    add(ObjectKind.POLICIES, "another");
    String more = export("more").get("manifest.json");
    server.fake.clear();
    String none = export("none").get("manifest.json");

    assertThat(more).isEqualTo(full);
    assertThat(none).isEqualTo(full);
  }

  @Test
  void canBeMergedByGit() throws Exception {
    Path repository = Files.createDirectories(folder.resolve("repository"));
    Assumptions.assumeTrue(git(repository, "init", "-q"), "git is not installed");
    export("repository");
    commit(repository);
    git(repository, "branch", "theirs");
    Map<Kind, List<JsonNode>> before = stored();
    add(ObjectKind.POLICIES, "Critical");
    export("repository");
    commit(repository);
    restore(before);
    git(repository, "checkout", "-q", "theirs");
    add(ObjectKind.POLICIES, "CRITICAL");
    export("repository");
    commit(repository);

    assertThat(git(repository, "merge", "-q", "-m", "merge", "@{-1}")).isTrue();

    add(ObjectKind.POLICIES, "Critical");
    assertThat(Snapshot.read(repository)).isEqualTo(server.migration().snapshot());
  }

  private static void commit(Path repository) throws IOException, InterruptedException {
    assertThat(git(repository, "add", "-A")).isTrue();
    assertThat(git(repository, "commit", "-q", "-m", "export")).isTrue();
  }

  /** Runs git without the settings of the user. False if it fails or is not installed. */
  private static boolean git(Path repository, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=ann", "-c", "user.email=ann@example.com"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(repository.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", repository.resolve("none").toString());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("GIT_") && name.endsWith("DIR"));
    Process process;
    try {
      process = builder.start();
    } catch (IOException notInstalled) {
      return false;
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue() == 0;
  }
}
