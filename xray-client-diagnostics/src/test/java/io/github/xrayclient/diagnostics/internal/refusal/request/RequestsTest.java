package io.github.xrayclient.diagnostics.internal.refusal.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.internal.refusal.text.LogText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads what tools print when a server refuses a request. Each example in {@code requests/} begins
 * with a line {@code === TOOL | STATUS ADDRESS REPOSITORY PATH | …}, where {@code -} stands for
 * nothing.
 */
class RequestsTest {
  static Stream<Example> printedByTools() throws IOException {
    return examples("printed-by-tools.txt");
  }

  static Stream<Example> noRefusals() throws IOException {
    return examples("no-refusals.txt");
  }

  @ParameterizedTest
  @MethodSource({"printedByTools", "noRefusals"})
  void haveTheAddressOfEachRefusal(Example example) {
    assertThat(example.read()).isEqualTo(example.expected);
  }

  @Test
  void endWithTheLastAnswer() {
    String url = "https://acme.example/artifactory/libs/a.jar";

    assertThat(statuses("GET " + url + ": 401 Unauthorized\nGET " + url + ": 200 OK\n"))
        .containsExactly("401 " + url, "200 " + url);
  }

  @Test
  void haveNoCredentials() {
    RequestEvent event = events(
            "GET https://ci:secret@acme.example/artifactory/libs/a.jar?token=secret#secret - 403")
        .get(0);

    assertThat(event.address()).contains("https://acme.example/artifactory/libs/a.jar");
    assertThat(event.text()).isEqualTo("GET https://acme.example/artifactory/libs/a.jar - 403");
  }

  @Test
  void areReadInsideTheStringsOfJson() {
    assertThat(statuses(
            "{\"log\":\"one\\nGET https://acme.example/artifactory/libs/a.jar: 403 Forbidden\\n"
                + "GET https://acme.example/artifactory/libs/b.jar: 200 OK\\n\"}"))
        .containsExactly(
            "403 https://acme.example/artifactory/libs/a.jar",
            "200 https://acme.example/artifactory/libs/b.jar");
  }

  @Test
  void haveThePositionsOfTheirLines() {
    String log = "one\nGET https://acme.example/artifactory/libs/a.jar: 403 Forbidden\nthree";

    RequestEvent event = events(log).get(0);

    assertThat(log.substring(event.start(), event.end())).isEqualTo(log.split("\n", -1)[1]);
  }

  private static List<String> statuses(String log) {
    return events(log).stream()
        .map(event -> event.status() + " " + event.address().orElse("-"))
        .collect(Collectors.toList());
  }

  private static List<RequestEvent> events(String log) {
    return Requests.in(LogText.of(log));
  }

  private static Stream<Example> examples(String file) throws IOException {
    try (InputStream in = RequestsTest.class.getResourceAsStream("/requests/" + file)) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^=== ")).skip(1).map(Example::new);
    }
  }

  /** What a tool printed, and the refusals that it tells of. */
  static final class Example {
    private final String tool;
    private final List<String> expected;
    private final String printed;

    Example(String text) {
      int lineFeed = text.indexOf('\n');
      List<String> head = List.of(text.substring(0, lineFeed).split(" \\| "));
      this.tool = head.get(0);
      this.expected = head.subList(1, head.size());
      this.printed = text.substring(lineFeed + 1);
    }

    /** The refusals as they are written in the files, each once. */
    List<String> read() {
      return events(printed).stream()
          .filter(event -> event.status() >= 400)
          .map(event -> Stream.of(
                  event.address().orElse("-"),
                  event.repository().orElse("-"),
                  event.path().orElse("-"))
              .collect(Collectors.joining(" ", event.status() + " ", "")))
          .distinct()
          .collect(Collectors.toList());
    }

    @Override
    public String toString() {
      return tool;
    }
  }
}
