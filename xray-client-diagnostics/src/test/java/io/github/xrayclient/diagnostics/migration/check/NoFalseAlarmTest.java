package io.github.xrayclient.diagnostics.migration.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.diagnostics.migration.SnapshotFinding;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What servers send is exported and checked without a finding. */
class NoFalseAlarmTest {
  private static final Map<String, Kind> FOLDERS = Map.of(
      "xray-client-core/src/test/resources/contract/policies", Kind.POLICIES,
      "xray-client-core/src/test/resources/contract/watches", Kind.WATCHES,
      "xray-client-core/src/test/resources/contract/ignorerules", Kind.IGNORE_RULES,
      "xray-client-curation/src/test/resources/contract/policies", Kind.CURATION_POLICIES,
      "xray-client-curation/src/test/resources/contract/conditions", Kind.CONDITIONS);

  @TempDir
  Path folder;

  /** The samples of answers, each with the kind of its objects. */
  static Stream<Arguments> samples() {
    return FOLDERS.entrySet().stream()
        .flatMap(each -> files(each.getKey()).map(file -> Arguments.of(each.getValue(), file)));
  }

  private static Stream<Path> files(String folder) {
    try (Stream<Path> files = Files.list(Path.of("..").resolve(folder))) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches("GET_.*_200\\.json"))
          .filter(file -> !file.toString().contains("templates"))
          .filter(file -> !file.toString().contains("ignore_rules_every-filter")) // made up
          .sorted()
          .collect(Collectors.toList())
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void samplesHaveNoFindingBesideWordsOfNewerServers(Kind kind, Path file) throws IOException {
    try (Server server = new Server()) {
      int number = 0;
      for (ObjectNode object : objects(Fixtures.parse(Files.readString(file)))) {
        if (kind == Kind.CONDITIONS) {
          object.put("name", "condition " + number++); // a migration needs unique names
        }
        server.fake.seed(kind, object.toString());
      }
      server.migration().snapshot().write(folder.resolve("export"));

      List<SnapshotFinding> findings = Snapshot.read(folder.resolve("export")).check();

      if (file.toString().contains("unknown")) { // samples of what newer servers may send
        assertThat(findings)
            .extracting(SnapshotFinding::kind)
            .contains(SnapshotFinding.Kind.UNKNOWN_VALUE)
            .isSubsetOf(SnapshotFinding.Kind.UNKNOWN_VALUE, SnapshotFinding.Kind.WRONG_TYPE);
      } else {
        assertThat(findings).isEmpty();
      }
    }
  }

  /** The objects of an answer, whatever is around them. */
  private static List<ObjectNode> objects(JsonNode answer) {
    JsonNode list = answer.isArray() ? answer : answer.path("data");
    list = list.isArray() ? list : answer.path("conditions");
    List<ObjectNode> objects = new ArrayList<>();
    if (list.isArray()) {
      list.forEach(object -> objects.add((ObjectNode) object));
    } else if (answer.has("name") || answer.has("general_data")) {
      objects.add((ObjectNode) answer);
    }
    return objects;
  }

  @Test
  void anExportOfEachKindHasNoFinding() {
    try (Server server = Server.filled(10)) {
      Snapshot snapshot = server.migration().snapshot();
      snapshot.write(folder.resolve("export"));

      assertThat(snapshot.check()).isEmpty();
      assertThat(Snapshot.read(folder.resolve("export")).check()).isEmpty();
    }
  }
}
