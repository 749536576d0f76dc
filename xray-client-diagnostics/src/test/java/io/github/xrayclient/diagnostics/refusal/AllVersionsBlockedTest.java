package io.github.xrayclient.diagnostics.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.internal.refusal.RefusalLogReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A notice that every version of a package is blocked does not name the package. */
class AllVersionsBlockedTest {
  private static final String NPM = "https://jfrog.example.com/artifactory/api/npm/npm-remote/";

  @Test
  void belongsToTheNextRefusedDocumentAndToNoFile() throws IOException {
    assertThat(told(RefusalLog.parse(debugLog()).refusals()))
        .containsExactly(
            "6 CURATION_BLOCK left-demo npm-malicious: Malicious package",
            "11 CURATION_BLOCK @acme%2fone unknown policy",
            "12 CURATION_BLOCK two unknown policy",
            "7 REFUSED_WITHOUT_REASON other-demo/-/other-demo-1.0.0.tgz");
  }

  @Test
  void isQuotedForEachDocumentThatItMayBelongTo() throws IOException {
    assertThat(RefusalLog.parse(debugLog()).refusals().subList(1, 3)).allSatisfy(refusal -> {
      assertThat(refusal.text())
          .isEqualTo("All versions blocked - {policy:npm-license,condition:banned licenses}\n"
              + "All versions blocked - {policy:npm-young,condition:younger than 7 days}");
      assertThat(refusal.curation().map(CurationRefusal::reason))
          .contains(CurationRefusal.Reason.NO_COMPLIANT_VERSION);
      assertThat(refusal.count()).contains(1L);
    });
  }

  @Test
  void isReadInWindowsLikeItsWholeText() throws IOException {
    String log = ("line\n".repeat(3_000) + debugLog()).repeat(8);

    assertThat(RefusalLogReader.read(new StringReader(log), 6_000, 2_000).refusals())
        .isEqualTo(RefusalLog.parse(log).refusals());
  }

  @Test
  void mayTellOfEachDocumentOnceMore() {
    assertThat(told(parse("notice p", "403 a", "notice p", "notice p", "403 a", "403 b", "403 a")))
        .containsExactly("1 CURATION_BLOCK a p: c", "4 CURATION_BLOCK b p: c");
  }

  @Test
  void isSureIfAllOpenOnesSayTheSame() {
    assertThat(told(parse("notice p", "notice p", "403 a", "403 b")))
        .containsExactly("1 CURATION_BLOCK a p: c", "2 CURATION_BLOCK b p: c");
  }

  @Test
  void isToldOnItsOwnIfItMayBelongToAnotherDocument() {
    assertThat(told(parse("notice p", "notice q", "403 a")))
        .containsExactly(
            "1 CURATION_BLOCK p: c", "2 CURATION_BLOCK q: c", "3 CURATION_BLOCK a unknown policy");
  }

  @Test
  void doesNotBelongToADocumentBeforeIt() {
    assertThat(told(parse("403 a", "notice p")))
        .containsExactly("2 CURATION_BLOCK p: c", "1 REFUSED_WITHOUT_REASON a");
  }

  @Test
  void doesNotBelongToADocumentFarBehindIt() {
    String far = "notice All versions blocked - {policy:p,condition:c}\n" + "line\n".repeat(40)
        + "http fetch GET 403 " + NPM + "a 1ms\n";

    assertThat(told(RefusalLog.parse(far).refusals()))
        .containsExactly("1 CURATION_BLOCK p: c", "42 REFUSED_WITHOUT_REASON a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET 403 https://jfrog.example.com/artifactory/generic-local/tools/x.tar.gz",
        "GET 403 https://jfrog.example.com/artifactory/libs/org/acme/app/1.0/app-1.0.jar",
        "GET 403 https://npm.example.com/unknown",
        "POST 403 https://jfrog.example.com/artifactory/api/npm/npm-remote/-/npm/v1/audit"
      })
  void belongsToNoOtherRequestBeforeTheDocument(String other) {
    String address = other.substring(other.indexOf("http"));

    assertThat(told(parse("notice p", "http fetch " + other + " 1ms", "403 left-pad")))
        .containsExactly(
            "1 CURATION_BLOCK left-pad p: c",
            "2 REFUSED_WITHOUT_REASON " + address.replace(NPM, ""));
  }

  @Test
  void staysWithTheDocumentIfXrayBlocksTheFileBetweenThem() {
    String file = "https://jfrog.example.com/artifactory/generic-local/tools/x.tar.gz";
    String message = "Artifact download request rejected: tools/x.tar.gz was not downloaded due to"
        + " the download blocking policy configured in Xray for generic-local.";

    assertThat(told(parse("notice p", "403 " + file, message, "403 left-pad")))
        .containsExactly("1 CURATION_BLOCK left-pad p: c", "3 XRAY_BLOCK " + file);
  }

  @Test
  void belongsToARequestOfUnknownFormIfNoDocumentFollows() {
    assertThat(told(parse(
            "notice p",
            "403 https://npm.example.com/a",
            "notice q",
            "403 https://npm.example.com/b")))
        .containsExactly(
            "1 CURATION_BLOCK https://npm.example.com/a p: c",
            "3 CURATION_BLOCK https://npm.example.com/b q: c");
  }

  @Test
  void isNotUsedUpByTheRepetitionOfARequest() {
    assertThat(told(parse("notice p", "notice q", "403 a", "403 a", "403 b")))
        .isEqualTo(told(parse("notice p", "notice q", "403 a", "", "403 b")))
        .containsExactly("3 CURATION_BLOCK a unknown policy", "5 CURATION_BLOCK b unknown policy");
  }

  @Test
  void isOneOfSeveralAgainIfTheDocumentsAreRefusedAgain() {
    String[] once = {"notice p", "notice q", "403 a", "403 b"};
    String[] twice =
        Collections.nCopies(2, once).stream().flatMap(Arrays::stream).toArray(String[]::new);

    assertThat(told(parse(twice))).isEqualTo(told(parse(once)));
    assertThat(parse(twice))
        .extracting(refusal -> refusal.count().orElseThrow())
        .containsExactly(2L, 2L);
  }

  @Test
  void isTakenFromTheAnswerRatherThanFromTheLinesBeforeIt() {
    assertThat(told(parse("notice p", answer("b", body("q")))))
        .containsExactly("1 CURATION_BLOCK p: c", "7 CURATION_BLOCK b q: c");
  }

  @Test
  void replacesThoseThatWereNearAnEarlierRequest() {
    assertThat(told(parse("notice p", "403 b", answer("b", body("q")))))
        .containsExactlyInAnyOrder("1 CURATION_BLOCK p: c", "1 CURATION_BLOCK b q: c");
  }

  @Test
  void isTakenFromTheLinesBeforeAnAnswerWithoutOne() {
    assertThat(told(parse("notice p", answer("b", "{\"errors\":[{\"status\":403}]}"), "403 c")))
        .containsExactly("1 CURATION_BLOCK b p: c", "8 REFUSED_WITHOUT_REASON c");
  }

  @Test
  void countsOnceInOneAnswer() {
    String header = "npm-notice: All versions blocked - {policy:p,condition:c}";

    List<BlockedDownload> refusals =
        parse(answer("a", "\n" + body("p")).replace("\n<\n", "\n< " + header + "\n<\n"), "403 b");

    assertThat(told(refusals))
        .containsExactly("5 CURATION_BLOCK a p: c", "9 REFUSED_WITHOUT_REASON b");
    assertThat(refusals.get(0).count()).contains(1L);
  }

  @Test
  void staysARefusalIfTheRequestHadSuccessLater() {
    assertThat(told(parse("notice p", "403 a", "200 a"))).containsExactly("1 CURATION_BLOCK p: c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s\r\n", "\u001b[36m%s\u001b[0m\n", "2026-11-27T09:05:21Z %s\n"})
  void isReadInTheFormsThatLogsHave(String form) {
    String log = lines("notice p", "403 a", "notice q", "403 b")
        .map(line -> String.format(form, line))
        .collect(Collectors.joining());

    assertThat(told(RefusalLog.parse(log).refusals()))
        .containsExactly("1 CURATION_BLOCK a p: c", "3 CURATION_BLOCK b q: c");
  }

  @Test
  void belongsToTheDocumentBehindItAlsoIfTheLogIsOneLine() {
    String log = lines("notice p", "403 a", "notice q", "403 b").collect(Collectors.joining("\\n"));

    assertThat(told(RefusalLog.parse("\"" + log + "\"").refusals()))
        .containsExactly("1 CURATION_BLOCK a p: c", "1 CURATION_BLOCK b q: c");
  }

  @Test
  void belongsToTheDocumentInWhoseAnswerItIs() {
    assertThat(parse(answer("a", body("p")))).singleElement().satisfies(refusal -> {
      assertThat(refusal.kind()).isEqualTo(BlockedDownload.Kind.CURATION_BLOCK);
      assertThat(refusal.status()).contains(403);
      assertThat(refusal.address()).contains(NPM + "a");
    });
  }

  @Test
  void isOneOfSeveralAlsoIfTheseAreVeryMany() {
    Stream<String> notices = IntStream.range(0, 100).mapToObj(number -> "notice p" + number % 50);
    Stream<String> requests = IntStream.range(0, 100).mapToObj(number -> "403 a" + number);
    String log = Stream.concat(notices, requests)
        .flatMap(AllVersionsBlockedTest::lines)
        .collect(Collectors.joining("\\n"));

    assertThat(told(RefusalLog.parse("\"" + log + "\"").refusals()))
        .filteredOn(refusal -> refusal.contains(" a"))
        .hasSize(100)
        .allSatisfy(refusal -> assertThat(refusal).endsWith("unknown policy"));
  }

  @Test
  void isThereForEachDocumentAlsoIfEqualOnesAreVeryMany() {
    String[] log = Stream.concat(
            IntStream.range(0, 40).mapToObj(number -> "notice p"),
            IntStream.range(0, 40).mapToObj(number -> "403 a" + number))
        .toArray(String[]::new);

    assertThat(told(parse(log)))
        .hasSize(40)
        .allSatisfy(refusal -> assertThat(refusal).contains("CURATION_BLOCK a").endsWith("p: c"));
  }

  @Test
  void isNearAlsoAfterManyWithoutADocument() {
    String[] log = Stream.of(
            IntStream.range(0, 100).mapToObj(number -> "notice p"),
            IntStream.range(0, 50).mapToObj(number -> "notice q"),
            Stream.of("403 a"))
        .flatMap(lines -> lines)
        .toArray(String[]::new);

    assertThat(told(parse(log)))
        .containsExactlyInAnyOrder("1 CURATION_BLOCK p: c", "119 CURATION_BLOCK a q: c");
  }

  @ParameterizedTest
  @CsvSource({
    "true, false", // one request is near, so it is the one
    "true, true" // two are near, and any may be the one
  })
  void anotherMessageWithoutANameBelongsToTheOnlyRequestNearIt(boolean first, boolean second) {
    String message = "Package download was blocked by JFrog Packages Curation service due to the"
        + " following policies violated {p, c}.\n";
    String log = (first ? "GET " + NPM + "a/-/a-1.0.0.tgz: 403 Forbidden\n" : "")
        + message
        + (second ? "GET " + NPM + "b/-/b-1.0.0.tgz: 403 Forbidden\n" : "");

    assertThat(RefusalLog.parse(log).refusals().get(0).address().isPresent())
        .isEqualTo(first && !second);
    assertThat(RefusalLog.parse(log).refusals()).hasSize(second ? 3 : 1);
  }

  private static List<BlockedDownload> parse(String... lines) {
    return RefusalLog.parse(lines(lines).collect(Collectors.joining("\n"))).refusals();
  }

  /** Lines of a log of npm: {@code notice POLICY}, {@code STATUS ADDRESS} and others as they are. */
  private static Stream<String> lines(String... lines) {
    return Arrays.stream(lines).map(line -> {
      if (line.startsWith("notice ")) {
        return "1 notice All versions blocked - {policy:" + line.substring(7) + ",condition:c}";
      }
      return line.matches("[0-9]{3} .*")
          ? "2 http fetch GET " + line.substring(0, 4) + (line.startsWith("http", 4) ? "" : NPM)
              + line.substring(4) + " 100ms (cache skip)"
          : line;
    });
  }

  /** What curl shows of an answer with the status 403. */
  private static String answer(String document, String body) {
    return "> GET /artifactory/api/npm/npm-remote/" + document
        + " HTTP/1.1\n> Host: jfrog.example.com\n>\n< HTTP/1.1 403 Forbidden\n<\n" + body;
  }

  private static String body(String policy) {
    return "{\"errors\":[{\"status\":403,\"message\":\"All versions blocked - {policy:" + policy
        + ",condition:c}\"}]}";
  }

  /** The line, the kind, the address, and the policies of blocks by Curation. */
  private static List<String> told(List<BlockedDownload> refusals) {
    return refusals.stream()
        .map(refusal -> refusal.line().orElseThrow() + " " + refusal.kind()
            + refusal.address().map(address -> " " + address.replace(NPM, "")).orElse("")
            + refusal.curation().map(AllVersionsBlockedTest::policies).orElse(""))
        .collect(Collectors.toList());
  }

  private static String policies(CurationRefusal refusal) {
    return refusal.policies().isEmpty()
        ? " unknown policy"
        : refusal.policies().stream()
            .map(policy -> " " + policy.policy() + ": " + policy.condition().orElse(""))
            .collect(Collectors.joining(","));
  }

  private static String debugLog() throws IOException {
    try (InputStream log =
        AllVersionsBlockedTest.class.getResourceAsStream("/inputs/npm-debug-log-blocked.txt")) {
      return new String(log.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
