package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.examples.WriteFaults.Fate;
import io.github.xrayclient.examples.terminal.VisibleOutput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every command on a server whose texts all contain control characters. */
class VisibleOutputTest {
  private static final String HIDDEN =
      "\nINJECTED\r\t\b\u001b[31m\u0000\u007f\u0085\u009b\u061c\u200e\u202e\u2066\u2028\u2029\ufeff";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Fields that stay as they are: ids, times, kinds and the names that connect objects. */
  private static final Set<String> KEPT = Set.of(
      "id",
      "type",
      "scope",
      "policy_action",
      "action",
      "status",
      "created",
      "modified",
      "severity",
      "min_severity",
      "waiver_request_config");

  @TempDir
  private static Path folder;

  private static Prepared server;

  @BeforeAll
  static void start() throws IOException {
    String refusal = "{\"error\":\"" + quoted("no" + HIDDEN) + "\"}";
    server = new Prepared(folder, VisibleOutputTest::hide, refusal).withFiles();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void restore() throws IOException {
    server.restored();
  }

  static Stream<String> commands() {
    return Prepared.COMMANDS.stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void showsWhatATerminalWouldObey(String command) throws IOException {
    Path file = folder.resolve("result");
    for (String format : formats(command)) {
      server.again().faults.next(Fate.REFUSE);

      int exit = server.run(command, "--format", format);

      assertThat(exit)
          .as(server.err.toString())
          .isIn(0, 2, 3, 10); // 2 if control characters are copied into a request
      isVisible(server.out.toString());
      if (format.equals("json")) {
        server.out.toString().lines().forEach(VisibleOutputTest::read);
      }
    }
    Files.deleteIfExists(file);
    server.run(command, "--output", file.toString());

    isVisible(server.out.toString());
    isVisible(server.err.toString());
    boolean plan = command.startsWith("plan"); // JSON, which has its own escapes
    isVisible(plan || !Files.exists(file) ? "" : Files.readString(file));
  }

  @Test
  void leavesOurOwnColorsOnATerminal() {
    System.setProperty("picocli.ansi", "true"); // as on a terminal
    try {
      server.run(Prepared.COMMANDS.get(0));
    } finally {
      System.clearProperty("picocli.ansi");
    }

    assertThat(server.out.toString()).contains("\u001b[1m", "\\u202e");
    isVisible(server.out.toString().replaceAll("\u001b\\[(0|1|2|1;31|1;33|1;36)m", ""));
  }

  @Test
  void showsWhatTheUserTyped() {
    assertThat(server.execute(server.out, "policies", "--url", "x" + HIDDEN)).isEqualTo(2);
    assertThat(server.execute(
            server.out,
            "policies",
            "--output",
            folder + "/x" + HIDDEN.replace("\u0000", "") + "/y"))
        .isIn(2, 3); // 2 on Windows, whose names of files have no such characters
    server.run("what-covers", "--repo", "x" + HIDDEN);

    isVisible(server.err.toString());
    isVisible(server.out.toString());
  }

  @Test
  void keepsPairsOfSurrogatesThatArriveInTwoParts() {
    VisibleOutput output = new VisibleOutput(new PrintWriter(server.out));

    output.write('\ud83d');
    output.write('\ude00');
    output.write("\ud83d!");
    output.flush();

    assertThat(server.out.toString()).isEqualTo("\ud83d\ude00\\ud83d!");
  }

  private static List<String> formats(String command) {
    return command.startsWith("explain")
        ? List.of("text", "json", "markdown", "html")
        : List.of("text", "json");
  }

  private static void isVisible(String printed) {
    assertThat(printed).doesNotMatch("(?s).*[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\n]].*");
    assertThat(printed.lines()).noneMatch(line -> line.startsWith("INJECTED"));
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String text) {
    String json = TextNode.valueOf(text).toString();
    return json.substring(1, json.length() - 1);
  }

  /** Adds control characters to every text of the document that may contain any. */
  private static String hide(String document) {
    JsonNode tree = read(document);
    hide("", tree);
    return tree.toString();
  }

  private static void hide(String name, JsonNode node) {
    if (node.isObject()) {
      List<String> names = new ArrayList<>();
      node.fieldNames().forEachRemaining(names::add);
      names.forEach(each -> ((ObjectNode) node).set(each, hidden(each, node.get(each))));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        ((ArrayNode) node).set(i, hidden(name, node.get(i)));
      }
    }
  }

  private static JsonNode hidden(String name, JsonNode value) {
    hide(name, value);
    boolean kept = KEPT.contains(name)
        || name.matches(".*(_id|_type|_types|_at|_types_include)")
        || value.asText().contains("example-repo-local");
    return value.isTextual() && !kept ? TextNode.valueOf(value.asText() + HIDDEN) : value;
  }
}
