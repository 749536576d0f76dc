package io.github.xrayclient.diagnostics.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.testsupport.Thorough;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A log of {@link RefusalCorpus} that was cut at a width or put into records is never read wrong. */
class DerivedLogsTest {
  private static final String TIME = "2026-03-30T05:45:52.1234567Z ";
  private static final List<Integer> WIDTHS = List.of(80, 100, 120, 132, 160);

  /** The logs of clients. */
  static Stream<RefusalCorpus.Log> logs() throws IOException {
    return RefusalCorpus.logs().stream()
        .filter(log -> log.toString().startsWith("clients/") && !log.toString().endsWith(".gz"));
  }

  @ParameterizedTest
  @MethodSource("logs")
  void cutAtAWidthHasNoPartsOfNames(RefusalCorpus.Log log) throws IOException {
    for (int width : widths(log)) {
      assertNamesAreWhole(log, line -> cut(line, width));
      assertNamesAreWhole(log, line -> TIME + cut(line, width).replace("\n", "\n" + TIME));
    }
  }

  @ParameterizedTest
  @MethodSource("logs")
  void wrappedBetweenWordsHasNoPartsOfNames(RefusalCorpus.Log log) throws IOException {
    for (int width : widths(log)) {
      assertNamesAreWhole(log, line -> wrapped(line, width));
      assertNamesAreWhole(
          log, line -> "web-1  | " + wrapped(line, width).replace("\n", "\nweb-1  | "));
    }
  }

  @ParameterizedTest
  @MethodSource("logs")
  void inRecordsIsReadAsBefore(RefusalCorpus.Log log) throws IOException {
    String text = log.text();
    if (text.lines().count() < 2 || text.lines().anyMatch(line -> line.indexOf('\u001b') >= 0)) {
      return;
    }
    List<BlockedDownload> alone =
        RefusalLog.parse(text.lines().collect(Collectors.joining("\n"))).refusals();

    assertThat(RefusalLog.parse(derived(text, DerivedLogsTest::ofContainer)).refusals())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("text", "tool")
        .isEqualTo(alone);
    assertThat(RefusalLog.parse(derived(text, DerivedLogsTest::ofShipper)).refusals())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("text", "tool")
        .isEqualTo(alone);
  }

  @Test
  void aLongLineOfAContainerInSeveralRecordsIsOneLine() {
    String log =
        "{\"log\":\"403 Forbidden: https://repo.acme.example/artifactory/li\",\"stream\":\"stderr\"}\n"
            + "{\"log\":\"bs/org/acme/a-1.jar\\n\",\"stream\":\"stderr\"}\n";

    assertThat(RefusalLog.parse(log).refusals()).singleElement().satisfies(found -> {
      assertThat(found.repository()).contains("libs");
      assertThat(found.path()).contains("org/acme/a-1.jar");
    });
  }

  /** All widths in a thorough build, otherwise one for each log. */
  private static List<Integer> widths(RefusalCorpus.Log log) {
    int one = Math.floorMod(log.toString().hashCode(), WIDTHS.size());
    return WIDTHS.subList(Thorough.count(one, 0), Thorough.count(one + 1, WIDTHS.size()));
  }

  private static void assertNamesAreWhole(RefusalCorpus.Log log, UnaryOperator<String> derive)
      throws IOException {
    String text = log.text();
    Set<String> known = new HashSet<>();
    names(log.read()).forEach(known::add);
    String derived = derived(text, derive);

    assertThat(names(RefusalLog.parse(derived).refusals()))
        .as(derived)
        .allMatch(name -> known.contains(name) || isWhole(name, text));
  }

  private static boolean isWhole(String path, String text) {
    // The layout of a repository with images has the last part, and a log shows a tag behind a
    // colon.
    String name = path.replaceFirst("/[^/]*/(?:list\\.)?manifest\\.json$", "");
    return Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
        .matcher(text)
        .find();
  }

  private static Stream<String> names(List<BlockedDownload> refusals) {
    return refusals.stream()
        .flatMap(found -> Stream.of(found.repository(), found.path()))
        .flatMap(name -> name.stream());
  }

  private static String derived(String text, UnaryOperator<String> line) {
    return text.lines().map(line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String cut(String line, int width) {
    return line.replaceAll("(.{" + width + "})(?=.)", "$1\n");
  }

  /** Cuts a line behind its blanks, as {@code fold -s} does; only a longer word is cut inside. */
  private static String wrapped(String line, int width) {
    StringBuilder text = new StringBuilder();
    String rest = line;
    while (rest.length() > width) {
      int blank = rest.lastIndexOf(' ', width - 1) + 1;
      int end = blank == 0 ? width : blank;
      text.append(rest, 0, end).append('\n');
      rest = rest.substring(end);
    }
    return text.append(rest).toString();
  }

  private static String ofContainer(String line) {
    return "{\"log\":\"" + escaped(line)
        + "\\n\",\"stream\":\"stderr\",\"time\":\"2024-05-22T12:43:46Z\"}";
  }

  private static String ofShipper(String line) {
    return "{\"ts\": \"2026-11-27T09:13:40Z\", \"level\": \"error\", \"msg\": \"" + escaped(line)
        + "\"}";
  }

  private static String escaped(String line) {
    return line.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
  }
}
