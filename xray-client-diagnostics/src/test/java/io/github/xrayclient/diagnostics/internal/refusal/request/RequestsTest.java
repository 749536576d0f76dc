package io.github.xrayclient.diagnostics.internal.refusal.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.internal.refusal.text.LogText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void leaveOutSuccessesWithoutAnEarlierRefusal() {
    String url = "https://acme.example/artifactory/libs/a.jar";

    List<RequestEvent> found = read(
        "GET " + url + ": 200 OK\nGET " + url + ": 403 Forbidden\nGET " + url + ".md5: 200 OK\n"
            + "GET https://acme.example/artifactory/libs/b.jar: 200 OK\n",
        new EarlierRefusals());

    assertThat(found.stream().map(RequestEvent::status)).containsExactly(403, 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "200 OK (via http://proxy.example:3128)",
        "200 OK (see https://docs.example/success)",
        "200 OK from http://localhost:3128"
      })
  void keepASuccessBesideAnotherAddress(String success) {
    String request = "GET https://acme.example/artifactory/libs/a.jar";

    List<RequestEvent> found =
        read(request + ": 403 Forbidden\n" + request + "\n" + success, new EarlierRefusals());

    assertThat(found.stream().map(RequestEvent::status)).containsExactly(403, 200);
  }

  @Test
  void keepASuccessOfAHostWithoutItsPort() {
    List<RequestEvent> found = read(
        "GET https://acme.example:443/: 403 Forbidden\nGET https://acme.example/: 200 OK",
        new EarlierRefusals());

    assertThat(found.stream().map(RequestEvent::status)).containsExactly(403, 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forbidden",
        "Unauthorized",
        "Access denied to",
        "Authentication failed for",
        "Authentication required for",
        "Authentication is required for",
        "Bad username or password for",
        "Access token could not be authenticated for",
        "Insufficient permissions to the resource at",
        "Provide credentials for"
      })
  void areFoundByWordsBeforeTheAddress(String words) {
    List<RequestEvent> found = read(
        "Step 200 of 300: " + words + " \"https://acme.example/artifactory/libs/a.jar\"",
        new EarlierRefusals());

    assertThat(found.stream().map(RequestEvent::address))
        .containsExactly(Optional.of("https://acme.example/artifactory/libs/a.jar"));
  }

  /** The successes that are left out must not change how other lines are read. */
  @ParameterizedTest
  @MethodSource("logs")
  void areTheSameIfSuccessesAreLeftOut(String log) {
    List<RequestEvent> all = read(log, everything());
    List<RequestEvent> some = read(log, new EarlierRefusals());

    assertThat(relevant(some)).isEqualTo(relevant(all));
  }

  static Stream<String> logs() throws IOException, URISyntaxException {
    List<String> texts = Stream.concat(printedByTools(), noRefusals())
        .map(example -> example.printed)
        .collect(Collectors.toList());
    Path folder = Path.of(
        Objects.requireNonNull(RequestsTest.class.getResource("/refusals")).toURI());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
        texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
    return texts.stream().flatMap(text -> {
      String answered = text.replace("403", "200");
      return Stream.of(text, answered + "\n" + text, text + "\n" + answered + "\n" + text);
    });
  }

  /** The refusals, and the successes of addresses that were refused before. */
  private static List<String> relevant(List<RequestEvent> events) {
    Set<String> refused = new HashSet<>();
    List<String> relevant = new ArrayList<>();
    for (RequestEvent event : events) {
      String address = event.address().orElse("");
      if (event.status() >= 400) {
        refused.add(address);
      }
      if (refused.contains(address)) {
        relevant.add(event.start() + ": " + event.status() + " " + address);
      }
    }
    return relevant;
  }

  /** So many refused addresses that every success is read. */
  private static EarlierRefusals everything() {
    EarlierRefusals refused = new EarlierRefusals();
    IntStream.range(0, 100).forEach(i -> refused.add("/" + i, 403, "/" + i));
    return refused;
  }

  private static List<RequestEvent> read(String log, EarlierRefusals refused) {
    return Requests.in(LogText.of(log), refused);
  }

  private static List<String> statuses(String log) {
    return events(log).stream()
        .map(event -> event.status() + " " + event.address().orElse("-"))
        .collect(Collectors.toList());
  }

  private static List<RequestEvent> events(String log) {
    return read(log, everything());
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
