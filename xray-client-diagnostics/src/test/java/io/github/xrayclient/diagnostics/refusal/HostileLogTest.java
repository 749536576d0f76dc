package io.github.xrayclient.diagnostics.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.testsupport.Thorough;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text makes the reading slow: the time grows with the length of the text, and not faster. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileLogTest {
  private static final int LENGTH = Thorough.count(30_000, 2_500_000);
  private static final int MESSAGES = Thorough.count(4_000, 20_000);
  private static final String BLOCK =
      "Artifact download request rejected: a/b.jar was not downloaded"
          + " due to the download blocking policy configured in Xray for repo-x.";

  @Nested
  class Megabytes {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "artifact download request rejected: ",
          "artifact download request rejected: {\"",
          "rejected:",
          "rejected: x was not downloaded ",
          "x was not downloaded",
          "due to the download blocking policy ",
          "download blocking policy configured in xray",
          "download blocking policy configured in Xray for ",
          "artifact download request rejected: download blocking policy configured in xray ",
          "xray is unavailable ",
          "{",
          "{\"",
          "{\"a\":",
          "{\"a\":1}",
          "{\"a\":[",
          "{\\\"",
          "{\\\"a\\\":",
          "{\\\"a\\\":1}\n",
          "{\\\\\\\"a\\\\\\\":",
          "{\n\n\n",
          "\\",
          "\\u",
          "\n",
          " ",
          "\u0000",
          "\u001b[",
          "}",
          "{,",
          "curation ",
          "curation\n",
          "curation blocked ",
          "curation blocked {\n",
          "curation on-demand {",
          "package ",
          "download was blocked by ",
          "package download was blocked by curation ",
          "package a:1 download was blocked by JFrog Packages Curation service violated {",
          "package a:1 download was blocked by JFrog Packages Curation service violated {\n",
          "jfrog packages curation ",
          "jfrog packages curation {",
          "jfrog packages curation {\n",
          "jfrog packages curation {}{}{",
          "all versions blocked ",
          "all versions blocked - {",
          "all versions blocked - {\n",
          "<html",
          "|pending",
          "401 403 407 200 ",
          "HTTP/1.1 403 Forbidden\n",
          "401 Unauthorized\n403 Forbidden\n",
          "https://h/artifactory/r/p ",
          "403 https://h/artifactory/r/p ",
          "GET https://h/artifactory/r/p 403\nGET https://h/artifactory/r/p 200\n",
          "https://h/artifactory/r/a%2F",
          "h/r/i:t ",
          "unexpected status from HEAD request to https://h/v2/r/i/manifests/t: ",
          "a:b:jar:1 (https://h/artifactory/r): ",
          "{\"status\":403,\"url\":\"https://h/artifactory/r/p\"}\n",
          "> GET /artifactory/r/p HTTP/1.1\n< HTTP/1.1 403\n",
          "&quot;",
          "|",
          "|[",
          "\u2502 ",
          "=\n",
          "\\n",
          "\u001b]8;;",
          "2026-01-31T10:15:33.123Z\n",
          "[2026-01-31T10:15:33.123Z] [a] ",
          "#1 0.1 ",
          "Permission denied\n",
          "<html>403</html>",
          "manifest unknown\n",
          "Found 7 blocked packages for project ",
          "Found 7 blocked packages for project x\n",
          "[DENIED DOWNLOAD] a:b for ",
          "[DENIED DOWNLOAD] a:",
          "-+-",
          "+----+----+----+----+----+\n",
          "+----+----+----+----+----+\n| BLOCKED PACKAGE NAME | a\n",
          "\u2500\u252c\u2500",
          "|GET|",
          "|GET|/a/b",
          "\"GET /artifactory/a/b HTTP/1.1\" ",
          "\"RequestPath\":\"/a\",\"RequestMethod\":\"GET\",",
          "npm error code ",
          "{\"blocked_package_name\":\"a\",\"action\":\"x\"",
          "{\"policies\":[{\"package_name\":",
          "\\not found",
          "<html "
        })
    void areReadInLinearTimeAlsoBeforeARealBlock(String nearMiss) {
      TimedReading once =
          TimedReading.of(nearMiss.repeat(LENGTH / nearMiss.length()) + "\n" + BLOCK);
      TimedReading fourTimes =
          TimedReading.of(nearMiss.repeat(4 * LENGTH / nearMiss.length()) + "\n" + BLOCK);

      assertThat(fourTimes.nanos()).isLessThan(8 * once.nanos() + TimedReading.NOISE);
      assertThat(fourTimes.blocks()).anySatisfy(block -> {
        assertThat(block.kind().isBlock()).isTrue();
        assertThat(block.repository()).contains("repo-x");
      });
    }

    @Test
    void ofOneOpenPolicyGroupAreReadInTime() {
      String text = "Package a:1 download was blocked by JFrog Packages Curation service due to the"
          + " following policies violated {" + "p,{c},".repeat(LENGTH / 6);

      List<BlockedDownload> blocks = RefusalLog.parse(text).refusals();

      assertThat(blocks).hasSize(1);
      assertThat(blocks.get(0).curation().orElseThrow().policies()).hasSize(1);
      assertThat(blocks.get(0).text()).hasSizeLessThanOrEqualTo(1_000);
    }

    @Test
    void ofDistinctBlocksGiveThemAll() {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < MESSAGES; i++) {
        text.append(BLOCK.replace("b.jar", i + ".jar")).append('\n');
      }

      List<BlockedDownload> blocks = RefusalLog.parse(text.toString()).refusals();

      assertThat(blocks).hasSize(MESSAGES);
      assertThat(blocks.get(MESSAGES - 1).path()).contains("a/" + (MESSAGES - 1) + ".jar");
    }

    @Test
    void ofDistinctRefusedAddressesGiveThemAll() {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < MESSAGES; i++) {
        text.append("GET https://h.example/artifactory/libs/a/").append(i).append(".jar 403\n");
      }

      List<BlockedDownload> refusals = RefusalLog.parse(text.toString()).refusals();

      assertThat(refusals).hasSize(MESSAGES);
      assertThat(refusals.get(MESSAGES - 1).path()).contains("a/" + (MESSAGES - 1) + ".jar");
    }

    @Test
    void ofLongRefusedAddressesGiveThemAll() {
      String folders = "a/".repeat(1_900);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < MESSAGES / 10; i++) {
        text.append("GET https://h.example/artifactory/libs/")
            .append(folders)
            .append(i)
            .append(".jar 403\n");
      }

      assertThat(RefusalLog.parse(text.toString()).refusals()).hasSize(MESSAGES / 10);
    }

    @ParameterizedTest
    @CsvSource({
      "https://h.example/artifactory/libs/, a/",
      "https://h.example/artifactory/libs/, )",
      "https://h.example/artifactory/libs/, ().",
      "https://h.example/v2/, a/",
      "https://h.example/v2/, v2/",
      "https://h.example/artifactory/api/go/r/, !a"
    })
    void ofOneLongAddressIsReadToItsEnd(String address, String repeated) {
      String url = address + repeated.repeat(3_900 / repeated.length());

      assertThat(RefusalLog.parse("GET " + url + " 403 Forbidden\n" + BLOCK).refusals())
          .filteredOn(refusal -> refusal.kind() == BlockedDownload.Kind.XRAY_BLOCK)
          .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://h.example/artifactory/api/npm/r/", // documents
          "https://h.example/" // addresses that may be documents
        })
    void ofNoticesWithoutANameGiveAllDocuments(String address) {
      StringBuilder text = new StringBuilder("\"");
      for (int i = 0; i < MESSAGES; i++) {
        text.append("notice All versions blocked - {policy:p").append(i).append(",condition:c}\\n");
      }
      for (int i = 0; i < MESSAGES; i++) {
        text.append("http fetch GET 403 ").append(address).append('a').append(i).append(" 1ms\\n");
      }

      assertThat(RefusalLog.parse(text.append('"').toString()).refusals())
          .filteredOn(refusal -> refusal.kind() == BlockedDownload.Kind.CURATION_BLOCK)
          .filteredOn(refusal -> refusal.address().isPresent())
          .hasSize(MESSAGES);
    }

    @Test
    void ofNoticesBetweenDocumentsGiveAllDocuments() {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < MESSAGES; i++) {
        text.append(i == 0 ? "All versions blocked - {policy:p,condition:c}\n" : "")
            .append("All versions blocked - {policy:p")
            .append(i)
            .append(",condition:c}\nhttp fetch GET 403 https://h.example/artifactory/api/npm/r/a")
            .append(i)
            .append(" 1ms\n");
      }

      assertThat(RefusalLog.parse(text.toString()).refusals())
          .filteredOn(refusal -> refusal.address().isPresent())
          .hasSize(MESSAGES);
    }

    @Test
    void ofMessagesAndOtherRefusedAddressesGiveThemAll() {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < MESSAGES; i++) {
        text.append(BLOCK.replace("b.jar", i + ".jar"))
            .append("\nGET https://h.example/artifactory/libs/c/")
            .append(i)
            .append(".jar 403\n");
      }

      List<BlockedDownload> refusals = RefusalLog.parse(text.toString()).refusals();

      assertThat(refusals)
          .filteredOn(found -> found.kind() == BlockedDownload.Kind.XRAY_BLOCK)
          .hasSize(MESSAGES);
      assertThat(refusals).hasSizeLessThanOrEqualTo(2 * MESSAGES);
    }

    @Test
    void ofMessagesAndRequestsForFilesOfOneNameGiveThemAll() {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < MESSAGES; i++) {
        text.append(BLOCK.replace("b.jar", i + "/b.jar"))
            .append("\nGET https://h.example/artifactory/libs/c/")
            .append(-i)
            .append("/b.jar 403\n");
      }

      List<BlockedDownload> refusals = RefusalLog.parse(text.toString()).refusals();

      assertThat(refusals)
          .filteredOn(found -> found.kind() == BlockedDownload.Kind.XRAY_BLOCK)
          .hasSize(MESSAGES);
    }

    @Test
    void ofJsonBlocksInOneDocumentGiveThemAll() {
      StringBuilder text = new StringBuilder("{\"errors\":[");
      for (int i = 0; i < MESSAGES; i++) {
        text.append(i == 0 ? "" : ",")
            .append("{\"message\":\"")
            .append(BLOCK.replace("b.jar", i + ".jar"))
            .append("\"}");
      }
      text.append("]}");

      List<BlockedDownload> blocks = RefusalLog.parse(text.toString()).refusals();

      assertThat(blocks).hasSize(MESSAGES);
    }
  }

  @Nested
  class AnyText {
    private final List<String> words = List.of(
        BLOCK,
        "Artifact download request rejected",
        ": ",
        "was not downloaded",
        " due to the download blocking policy",
        " configured in Xray for ",
        "Xray is unavailable",
        "Package a:1",
        " download was blocked by ",
        "JFrog Packages Curation",
        "All versions blocked - ",
        "on-demand",
        "not being found",
        "violated ",
        "policy:",
        "[waivers allowed]",
        "12|pending",
        "{\"errors\":[{\"message\":\"",
        "\"}]}",
        "{\\\"message\\\":\\\"",
        "\\\"}",
        "{",
        "}",
        ",",
        "\"",
        "'",
        "\\",
        "\\u00",
        "\\ud83d",
        "\ud83d",
        "\u0000",
        "\u001b[",
        "\u0130\u00df",
        "1e99999999999",
        "\n",
        " ",
        "<html>",
        "401 Unauthorized");

    @Test
    void isReadWithoutAnException() {
      for (int seed = 0; seed < Thorough.count(4_000, 200_000); seed++) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(14); length > 0; length--) {
          text.append(words.get(random.nextInt(words.size())));
        }

        List<BlockedDownload> blocks = ReadLog.all(RefusalLog.parse(text.toString()));

        assertThat(blocks).as("seed %d", seed).isNotEmpty().allSatisfy(block -> {
          assertThat(block.text()).hasSizeLessThanOrEqualTo(1_000);
          assertThat(block.repository()).isNotEqualTo(Optional.of(""));
          assertThat(block.curation().isPresent())
              .isEqualTo(block.kind() == BlockedDownload.Kind.CURATION_BLOCK);
        });
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"a\":1e99999999999,\"message\":\"%s\"}",
          "{\"a\":-1e-99999999999,\"message\":\"%s\"}",
          "{\"status\":99999999999999999999,\"message\":\"%s\"}",
          "{\"a\":01,\"message\":\"%s\"}",
          "{\"message\":\"%s\"",
          "{\"message\":\"\u0000 %s\"}",
          "{\"message\":\"\\ud83d %s\"}",
          "{\"message\":{\"message\":[null,[\"%s\"]]}}"
        })
    void givesTheBlockFromOddJson(String json) {
      List<BlockedDownload> blocks =
          RefusalLog.parse(String.format(json, BLOCK)).refusals();

      assertThat(blocks).singleElement().satisfies(block -> {
        assertThat(block.path()).contains("a/b.jar");
        assertThat(block.repository()).contains("repo-x");
      });
    }

    @Test
    void isFoundBelowMoreLevelsThanJsonMayHave() {
      String text = "{\"a\":".repeat(2_000) + "\"" + BLOCK + "\"" + "}".repeat(2_000);

      assertThat(RefusalLog.parse(text).refusals())
          .singleElement()
          .extracting(BlockedDownload::repository)
          .isEqualTo(Optional.of("repo-x"));
    }
  }
}
