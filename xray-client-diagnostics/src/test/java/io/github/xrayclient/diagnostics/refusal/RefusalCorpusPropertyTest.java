package io.github.xrayclient.diagnostics.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.internal.refusal.RefusalLogReader;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import io.github.xrayclient.testsupport.Thorough;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every log of {@link RefusalCorpus}, whatever is read in it. */
class RefusalCorpusPropertyTest {
  /** The output of a successful build that downloads, and has the numbers of refusals. */
  private static final String BUILD = buildOutput();

  /** What no log spells out, because the layout of a repository has it. */
  private static final Set<String> OF_A_LAYOUT =
      Set.of("manifest", "json", "latest", "list", "sha256", "crates", "crate", "nupkg", "zip");

  private static final Pattern TERMINAL_CODE = Pattern.compile(
      "\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)|_bk;[^\u0007]*\u0007)");

  private static final Pattern LINE_END = Pattern.compile("\\R|\\\\[rn]|&#10;|<br/?>");
  private static final Pattern WORD_AT_THE_END = Pattern.compile("(?s).*?([a-z0-9]*)[^a-z0-9]*\\z");

  /**
   * All logs in a thorough build, and every eighth one otherwise, long ones left out. Beside lines
   * of another width, the width at which a terminal cut lines is not certain, and their addresses
   * are not read.
   */
  static Stream<RefusalCorpus.Log> logs() throws IOException {
    List<RefusalCorpus.Log> logs = RefusalCorpus.logs();
    return IntStream.range(0, logs.size())
        .filter(i -> i % Thorough.count(8, 1) == 0)
        .mapToObj(logs::get)
        .filter(log -> !log.toString().contains("-fold"))
        .filter(log -> Thorough.isOn() || !log.toString().startsWith("builds/"));
  }

  @ParameterizedTest
  @MethodSource("logs")
  void anotherBuildBeforeAndBehindALogChangesNothingButTheLines(RefusalCorpus.Log log)
      throws IOException {
    String text = log.text();
    List<BlockedDownload> alone = RefusalLog.parse(text).refusals();

    assertThat(RefusalLog.parse(BUILD + text + "\n" + BUILD).refusals())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("text", "line", "tool")
        .isEqualTo(alone);
    assertThat(RefusalLog.parse(BUILD + text).refusals())
        .extracting(found -> found.line().orElseThrow())
        .containsExactlyElementsOf(alone.stream()
            .map(found -> found.line().orElseThrow() + BUILD.lines().count())
            .collect(Collectors.toList()));
  }

  @ParameterizedTest
  @MethodSource("logs")
  void theSecondOccurrenceOfALogIsCountedAndNoMore(RefusalCorpus.Log log) throws IOException {
    String text = log.text();
    List<BlockedDownload> once = RefusalLog.parse(text).refusals();

    assertThat(RefusalLog.parse(text + "\n" + BUILD + text).refusals())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("text", "tool")
        .isEqualTo(once.stream()
            .map(found ->
                found.toBuilder().count(found.count().map(count -> 2 * count)).build())
            .collect(Collectors.toList()));
  }

  @ParameterizedTest
  @MethodSource("logs")
  void windowsDoNotMatter(RefusalCorpus.Log log) throws IOException {
    String text = BUILD.repeat(5) + log.text() + "\n" + BUILD.repeat(5);
    List<BlockedDownload> whole = RefusalLogReader.read(
            new StringReader(text), text.length() + 1, text.length() / 3)
        .refusals();

    assertThat(RefusalLogReader.read(new StringReader(text), 30_000, 10_000).refusals())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("text", "tool")
        .isEqualTo(whole);
  }

  @ParameterizedTest
  @MethodSource("logs")
  void repositoriesAndPathsAreSpelledInTheLog(RefusalCorpus.Log log) throws IOException {
    String text = TERMINAL_CODE.matcher(log.text()).replaceAll("").toLowerCase(Locale.ROOT);
    Set<String> endsOfLines = endsOfLines(text);
    for (BlockedDownload found : log.read()) {
      Stream.of(found.repository(), found.path())
          .flatMap(part -> part.stream())
          .flatMap(part -> Stream.of(part.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")))
          .filter(word -> !OF_A_LAYOUT.contains(word))
          .forEach(word -> assertThat(isSpelled(word, text, endsOfLines))
              .as("%s, of %s", word, found)
              .isTrue());
    }
  }

  @ParameterizedTest
  @MethodSource("logs")
  void passwordsOfAddressesAreNotShown(RefusalCorpus.Log log) throws IOException {
    String text = log.text().replaceAll("(https?://)(?=[A-Za-z0-9])", "$1ci-user:Pa55word-x@");

    assertThat(ReadLog.all(RefusalLog.parse(text)))
        .allSatisfy(found -> assertThat(found.toString()).doesNotContain("Pa55word-x"));
  }

  @ParameterizedTest
  @MethodSource("logs")
  void onlyRefusalsAreCounted(RefusalCorpus.Log log) throws IOException {
    assertThat(log.read()).isNotEmpty().allSatisfy(found -> {
      assertThat(found.count().isPresent()).isEqualTo(found.line().isPresent());
      assertThat(found.count().orElse(1L)).isPositive();
      if (found.kind() == Kind.UNKNOWN) {
        assertThat(found.repository()).isEmpty();
        assertThat(found.address()).isEmpty();
      }
    });
  }

  /** The ends of the lines of a text, at which a word may be broken. */
  private static Set<String> endsOfLines(String text) {
    Set<String> ends = new HashSet<>();
    for (String line : LINE_END.split(text, -1)) {
      String word = WORD_AT_THE_END
          .matcher(line.substring(Math.max(0, line.length() - 80)))
          .replaceAll("$1");
      for (int length = 1; length <= word.length(); length++) {
        ends.add(word.substring(word.length() - length));
      }
    }
    return ends;
  }

  private static boolean isSpelled(String word, String text, Set<String> endsOfLines) {
    return text.contains(word)
        || IntStream.range(1, word.length())
            .anyMatch(split -> endsOfLines.contains(word.substring(0, split))
                && text.contains(word.substring(split)));
  }

  private static String buildOutput() {
    Function<Integer, List<String>> module = i -> List.of(
        "[INFO] Downloading from artifactory: https://repo.acme.example/artifactory/libs-release/org/acme/m"
            + i + "/1.0/m" + i + "-1.0.jar",
        "[INFO] Downloaded from artifactory: https://repo.acme.example/artifactory/libs-release/org/acme/m"
            + i + "/1.0/m" + i + "-1.0.jar (403 kB at 4.0 MB/s)",
        "[INFO] Running com.acme.m" + i + ".ForbiddenDownloadTest",
        "[INFO] Tests run: 403, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.401 s",
        "");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      lines.addAll(module.apply(i));
    }
    lines.add("[INFO] BUILD SUCCESS");
    return String.join("\n", lines) + "\n";
  }
}
