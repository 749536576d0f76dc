package io.github.xrayclient.examples.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.xrayclient.examples.CommandLineFixture;
import io.github.xrayclient.testing.FakeXray;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command check, and what plan does with the same files. */
class CheckCommandTest {
  private final FakeXray server = FakeXray.start()
      .seed(
          FakeXray.Kind.POLICIES,
          "{\"name\":\"critical\",\"type\":\"security\",\"rules\":[{\"name\":\"block\","
              + "\"criteria\":{\"min_severity\":\"Critical\"},\"actions\":{}}]}");
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @TempDir
  Path folder;

  @BeforeEach
  void export() throws IOException {
    Files.writeString(token(), "any-token");
    assertThat(onServer("export", directory())).isZero();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void findsNothingInAnExport() {
    assertThat(run("check", directory())).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("Nothing was found in " + directory());
  }

  @Test
  void listsEachFindingWithItsFile() throws IOException {
    edit("\"Critical\"", "\"Severe\"");
    edit("\"actions\"", "\"actoins\"");

    assertThat(run("check", directory())).isEqualTo(10);
    assertThat(out.toString().lines())
        .containsExactly(
            file() + ": rules[block].actoins of policy \"critical\" is not a known field; did you"
                + " mean actions?",
            file() + ": rules[block].criteria.min_severity of policy \"critical\" is \"Severe\","
                + " which servers do not know; use one of All severities, Critical, High, Medium,"
                + " Low");
  }

  @Test
  void listsAJsonObjectOnEachLine() throws IOException {
    edit("\"Critical\"", "\"Severe\"");

    assertThat(run("check", directory(), "--format", "json")).isEqualTo(10);
    JsonNode finding = new ObjectMapper().readTree(out.toString());
    assertThat(finding.path("kind").asText()).isEqualTo("UNKNOWN_VALUE");
    assertThat(finding.path("field").asText()).isEqualTo("rules[block].criteria.min_severity");
    assertThat(finding.path("file").asText()).isEqualTo(file());
    assertThat(finding.path("allowed")).hasSize(5);
  }

  @Test
  void failsIfTheDirectoryCannotBeRead() throws IOException {
    assertThat(run("check", folder.resolve("missing").toString())).isEqualTo(3);
    assertThat(err.toString()).contains("there is no such file");
    edit("{", "[");
    assertThat(run("check", directory())).isEqualTo(3);
  }

  @Test
  void planRefusesTheSameUnlessItIsUnchecked() throws IOException {
    edit("\"Critical\"", "\"Severe\"");

    assertThat(onServer("plan", directory())).isEqualTo(3);
    assertThat(err.toString()).contains(file() + ": rules[block].criteria.min_severity");
    assertThat(onServer("plan", directory(), "--unchecked")).isEqualTo(10);
    assertThat(out.toString()).contains("which servers do not know");
    edit("\"Severe\"", "\"High\"");
    assertThat(onServer("plan", directory())).isEqualTo(10);
    assertThat(out.toString()).doesNotContain("which servers do not know");
  }

  private void edit(String text, String by) throws IOException {
    String before = Files.readString(Path.of(file()));
    assertThat(before).contains(text);
    Files.writeString(Path.of(file()), before.replace(text, by));
  }

  private String directory() {
    return folder.resolve("export").toString();
  }

  private String file() throws IOException {
    return folder.toRealPath().resolve("export/policies/critical.json").toString();
  }

  private int onServer(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--url", server.url(), "--token-file", token().toString()));
    return run(all.toArray(new String[0]));
  }

  private Path token() {
    return folder.resolve("token");
  }

  private int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    return CommandLineFixture.run(out, err, arguments);
  }
}
