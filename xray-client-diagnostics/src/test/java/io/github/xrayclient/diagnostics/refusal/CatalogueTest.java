package io.github.xrayclient.diagnostics.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal.Reason;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.internal.error.ErrorAnswer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages as servers and clients were seen to print them, one test a form. */
class CatalogueTest {
  private static final String PATH = "org/acme/app-1.0.jar";
  private static final String XRAY = "Artifact download request rejected: " + PATH
      + " was not downloaded due to the download blocking policy configured in Xray for libs-local.";
  private static final String CURATION = " download was blocked by JFrog Packages Curation service";
  private static final String VIOLATED = " due to the following policies violated ";

  @Nested
  class Xray {
    @Test
    void x1LineOfALog() {
      assertBlocked("HTTP Error Code 403: " + XRAY);
    }

    @Test
    void x2CompactBody() {
      assertBlocked(body(XRAY));
    }

    @Test
    void x3PrettyPrintedBody() {
      assertBlocked("{\n  \"errors\" : [ {\n    \"status\" : 403,\n    \"message\" : \"" + XRAY
          + "\"\n  } ]\n}");
    }

    @Test
    void x4XrayIsUnavailable() {
      BlockedDownload block = one(body(XRAY + " Xray is unavailable."));

      assertThat(block.kind()).isEqualTo(Kind.XRAY_UNAVAILABLE);
      assertThat(block.repository()).contains("libs-local");
    }

    @Test
    void x5DockerRegistry() {
      assertBlocked("{\"errors\":[{\"code\":\"DENIED\",\"message\":\"" + XRAY
          + "\",\"detail\":{\"manifest\":\"sha256:abcd\"}}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v3\"", "null", "[]", "{\"repo\":null}"})
    void x5DockerRegistryWithOtherDetails(String detail) {
      assertBlocked("{\"errors\":[{\"code\":\"DENIED\",\"message\":\"" + XRAY + "\",\"detail\":"
          + detail + "}]}");
    }

    @Test
    void x6DockerCommandLine() {
      assertBlocked("pull access denied for acme.example/web, repository does not exist or may"
          + " require 'docker login': denied: " + XRAY);
    }

    @Test
    void x6ContainersOfOtherEngines() {
      assertBlocked("Failed to pull image \"acme.example/web:v3\": rpc error: code = Unknown desc ="
          + " failed to pull and unpack image: denied: " + XRAY + ": unknown");
    }

    @Test
    void x7DockerCommandLineOfAnotherDaemon() {
      assertBlocked("Error response from daemon: unknown: \"DENIED\" \""
          + XRAY.replace("was not ", "was not\n") + "\"");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "2026-03-30T05:45:52.1234567Z ",
          "[2026-03-30T05:45:52.123Z] ",
          "2026-03-30T05:45:52+02:00 \u001b[31m",
          "2026-03-30 05:45:52,123 "
        })
    void x7InALogWithATimeBeforeEachLine(String time) {
      String message = "Error response from daemon: " + XRAY;
      for (int blank = message.indexOf(' '); blank > 0; blank = message.indexOf(' ', blank + 1)) {
        String broken = message.substring(0, blank) + "\n" + time + message.substring(blank + 1);

        assertBlocked(time + "pulling\n" + time + broken + "\n" + time + "done");
      }
    }

    @Test
    void x8ShortenedByPeople() {
      BlockedDownload block =
          one("denied: DENIED: Artifact download request rejected due to download blocking policy");

      assertThat(block.kind()).isEqualTo(Kind.XRAY_BLOCK);
      assertThat(block.repository()).isEmpty();
      assertThat(block.path()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "403 Forbidden",
          "Received status code 403 from server: Forbidden",
          "status: 403 Forbidden"
        })
    void x9SwallowedByTheBuildTool(String text) {
      assertThat(
              one("Could not transfer artifact org.acme:app:jar:1.0: " + text).kind())
          .isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void x10UnscannedArtifact() {
      assertThat(one(body(XRAY)).kind()).isEqualTo(Kind.XRAY_BLOCK);
    }

    @Test
    void x11ThroughAVirtualRepository() {
      BlockedDownload block =
          one("{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest"
              + " unknown\",\"detail\":{}}]}");

      assertThat(block.kind()).isEqualTo(Kind.POSSIBLE_BLOCK_VIA_VIRTUAL);
    }

    @ParameterizedTest
    @CsvSource({
      "commons-io-2.2.jar, test-block-unscanned-artifacts",
      "08/e3/0a1b/pip-23.1.2-py3-none-any.whl, pypi-remote-cache",
      "git-secret_0.4.0_all.deb, git-secret-deb",
      "library/redis/sha256__abcd/manifest.json, docker-hub-cache",
      "octoshop-web/v3/manifest.json, lab01-dev-docker"
    })
    void pathsAndKeysThatWereSeen(String path, String repository) {
      BlockedDownload block = one(XRAY.replace(PATH, path).replace("libs-local", repository));

      assertThat(block.path()).contains(path);
      assertThat(block.repository()).contains(repository);
    }
  }

  @Nested
  class Curation {
    @Test
    void c1FourFields() {
      assertThat(policies("Package acme:1.0" + CURATION + VIOLATED + "{p, c, e, r},{q,d,f,s}."))
          .containsExactly("p|c|e|r", "q|d|f|s");
    }

    @Test
    void c2TwoFields() {
      assertThat(policies("Package acme:1.0" + CURATION + VIOLATED + "{p, c}."))
          .containsExactly("p|c|-|-");
    }

    @Test
    void c3ThreeFields() {
      assertThat(policies("Package acme:1.0" + CURATION + VIOLATED + "{p,c,e}."))
          .containsExactly("p|c|e|-");
    }

    @Test
    void c4OneField() {
      assertThat(policies("Package acme:1.0" + CURATION + VIOLATED + "{p}."))
          .containsExactly("p|-|-|-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Npm-Notice: ", "HTTP/1.1 403 Forbidden\r\nnpm-notice: "})
    void c5HeaderOfNpm(String before) {
      String header =
          "package @acme/Web:3.0.1 download was blocked by jfrog packages curation service"
              + " due to the following policies violated {p,c,e,r}. For details and alternatives, visit:"
              + " https://acme.example/ui/catalog/packages/details/npm/@acme/Web/3.0.1"
              + "?showVersions=true\r\nContent-Length: 0\r\n\r\n";

      CurationRefusal refusal = refusal(before + header);

      assertThat(refusal.packageName()).contains("@acme/Web");
      assertThat(refusal.packageVersion()).contains("3.0.1");
      assertThat(refusal.policies()).hasSize(1);
    }

    @Test
    void c6LogOfNpm() {
      String log =
          "npm notice package Express:3.0.1 download was blocked by jfrog packages curation"
              + " service due to the following policies violated {p,c,e,r}. For details and alternatives,"
              + " visit: https://acme.example/ui/catalog/npm\nnpm error code E403\nnpm error 403 403"
              + " Forbidden - GET https://acme.example/api/npm/n/express";

      assertThat(refusal(log).packageName()).contains("Express");
    }

    @Test
    void c7WithoutCoordinates() {
      CurationRefusal refusal = refusal(body("Package" + CURATION + VIOLATED + "{p, c}."));

      assertThat(refusal.packageName()).isEmpty();
      assertThat(refusal.policies()).hasSize(1);
    }

    @Test
    void c8NotInTheCatalog() {
      CurationRefusal refusal =
          refusal("Package acme:1.0" + CURATION + " due to it not being found in the index");

      assertThat(refusal.reason()).isEqualTo(Reason.NOT_IN_CATALOG);
    }

    @Test
    void c9ScanOnDemand() {
      assertThat(refusal(body("curation on-demand scan in progress")).reason())
          .isEqualTo(Reason.ON_DEMAND_SCAN_PENDING);
    }

    @Test
    void c10WaiversAllowed() {
      CurationRefusal refusal =
          refusal("Package acme:1.0" + CURATION + VIOLATED + "{p, c}. [waivers allowed]");

      assertThat(refusal.waiversAllowed()).isTrue();
    }

    @Test
    void c11ListOfAllVersions() {
      CurationRefusal refusal = refusal(body("All versions blocked - {policy:p,condition:c}"));

      assertThat(refusal.reason()).isEqualTo(Reason.NO_COMPLIANT_VERSION);
      assertThat(refusal.policies()).extracting(ViolatedPolicy::policy).containsExactly("p");
    }

    @Test
    void c12FieldsBesideTheMessage() {
      assertThat(policies("{\"errors\":[{\"status\":403,\"message\":\"Package acme:1.0 download was"
              + " blocked by Curation service due to policy 'p'\",\"policy\":\"p\",\"condition\":\"c\","
              + "\"explanation\":\"e\",\"recommendation\":\"r\"}]}"))
          .containsExactly("p|c|e|r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"errors\":[]}", "{\"errors\":null}", "Blocked"})
    void c13NothingThatCouldBeRead(String body) {
      assertThat(one(body).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "npm error code ETARGET\nnpm error notarget No matching version found for acme@9",
          "ERROR: No matching distribution found for acme==9",
          "error NU1102: Unable to find package Acme with version (>= 9)"
        })
    void c14VersionSilentlyMissing(String text) {
      assertThat(one(text).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void c15ThroughAVirtualRepository() {
      assertThat(one("{\"errors\":[{\"status\":404,\"message\":\"File not found.\"}]}")
              .kind())
          .isEqualTo(Kind.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12|pending", "a-7|approved", "9|forbidden"})
    void c16AnswerToAWaiverRequest(String text) {
      assertThat(refusal(text).reason()).isEqualTo(Reason.WAIVER_ANSWER);
      assertThat(refusal(body(text)).reason()).isEqualTo(Reason.WAIVER_ANSWER);
    }

    private List<String> policies(String text) {
      return refusal(text).policies().stream()
          .map(policy -> policy.policy() + "|" + policy.condition().orElse("-") + "|"
              + policy.explanation().orElse("-") + "|" + policy.recommendation().orElse("-"))
          .collect(Collectors.toList());
    }
  }

  @Nested
  class AnException {
    @Test
    void isReadFromItsBody() {
      List<BlockedDownload> blocks =
          RefusalLog.read(refused(403, body(XRAY), List.of(XRAY))).refusals();

      BlockedDownload block = RefusalLog.parse(body(XRAY)).refusals().get(0);
      assertThat(blocks)
          .containsExactly(block.toBuilder()
              .address("https://acme.example/a")
              .status(403)
              .count(Optional.empty())
              .line(Optional.empty())
              .build());
    }

    @Test
    void isReadFromItsMessagesWhereTheBodyWasCut() {
      String message =
          "Package acme:1.0" + CURATION + VIOLATED + "{p, c, " + "e".repeat(9_000) + "},{q, d}.";
      String start = body(message).substring(0, 8_192);

      List<BlockedDownload> blocks =
          RefusalLog.read(refused(403, start, List.of(message))).refusals();

      assertThat(blocks)
          .singleElement()
          .satisfies(block -> assertThat(block.curation().orElseThrow().policies())
              .extracting(ViolatedPolicy::policy)
              .containsExactly("p", "q"));
    }

    @ParameterizedTest
    @CsvSource({
      "401, '', AUTH",
      "403, Forbidden, PERMISSION",
      "403, '', REFUSED_WITHOUT_REASON",
      "403, {}, REFUSED_WITHOUT_REASON",
      "403, <html>Forbidden</html>, PROXY",
      "404, manifest unknown, POSSIBLE_BLOCK_VIA_VIRTUAL",
      "404, '', UNKNOWN",
      "500, '', UNKNOWN"
    })
    void isToldByItsStatusWhereItSaysTooLittle(int status, String body, Kind kind) {
      RefusalLog response = RefusalLog.read(refused(status, body, List.of()));

      assertThat(ReadLog.one(response).kind()).isEqualTo(kind);
      assertThat(response.guess().isPresent()).isEqualTo(kind == Kind.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
      "https://acme.example/libs/a.jar,",
      "https://acme.example/artifactory/libs/a.jar, libs",
    })
    void hasItsAddressAndOnlyACertainRepository(String address, String repository) {
      assertThat(RefusalLog.read(refused(address, 403, "", List.of())).refusals())
          .singleElement()
          .satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(Kind.REFUSED_WITHOUT_REASON);
            assertThat(refusal.address()).contains(address);
            assertThat(refusal.status()).contains(403);
            assertThat(refusal.repository()).isEqualTo(Optional.ofNullable(repository));
            assertThat(refusal.path().isPresent()).isEqualTo(repository != null);
          });
    }

    private XrayApiException refused(int status, String body, List<String> messages) {
      return refused("https://acme.example/a", status, body, messages);
    }

    private XrayApiException refused(
        String address, int status, String body, List<String> messages) {
      return (XrayApiException) ErrorAccess.get()
          .errorOf(
              new ErrorAnswer("GET", URI.create(address), status).body(body).messages(messages));
    }
  }

  private static void assertBlocked(String text) {
    BlockedDownload block = one(text);
    assertThat(block.kind()).isEqualTo(Kind.XRAY_BLOCK);
    assertThat(block.path()).contains(PATH);
    assertThat(block.repository()).contains("libs-local");
  }

  private static CurationRefusal refusal(String text) {
    BlockedDownload block = one(text);
    assertThat(block.kind()).isEqualTo(Kind.CURATION_BLOCK);
    return block.curation().orElseThrow();
  }

  private static BlockedDownload one(String text) {
    return ReadLog.one(RefusalLog.parse(text));
  }

  private static String body(String message) {
    return "{\"errors\":[{\"status\":403,\"message\":\"" + message + "\"}]}";
  }
}
