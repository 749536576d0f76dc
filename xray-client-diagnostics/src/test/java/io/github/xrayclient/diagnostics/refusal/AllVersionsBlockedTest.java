package io.github.xrayclient.diagnostics.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.internal.refusal.RefusalLogReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void belongsToTheDocumentInWhoseAnswerItIs() {
    String log = "> GET /artifactory/api/npm/npm-remote/a HTTP/1.1\n> Host: jfrog.example.com\n>\n"
        + "< HTTP/1.1 403 Forbidden\n< Content-Type: application/json\n<\n"
        + "{\"errors\":[{\"status\":403,\"message\":\"All versions blocked -"
        + " {policy:p,condition:c}\"}]}\n";

    assertThat(RefusalLog.parse(log).refusals()).singleElement().satisfies(refusal -> {
      assertThat(refusal.kind()).isEqualTo(BlockedDownload.Kind.CURATION_BLOCK);
      assertThat(refusal.status()).contains(403);
    });
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
    return RefusalLog.parse(Arrays.stream(lines)
            .map(line -> line.startsWith("notice")
                ? "1 notice All versions blocked - {policy:" + line.substring(7) + ",condition:c}"
                : "2 http fetch GET 403 " + NPM + line.substring(4) + " 100ms (cache skip)")
            .collect(Collectors.joining("\n")))
        .refusals();
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
