package io.github.xrayclient.diagnostics.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal.Reason;
import io.github.xrayclient.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalMessagesTest {
  @Nested
  class Vectors {
    @ParameterizedTest
    @MethodSource("io.github.xrayclient.diagnostics.refusal.RefusalMessagesTest#vectors")
    void areReadAsExpected(JsonNode vector) {
      BlockedDownload block = one(vector.get("text").asText());

      JsonNode expected = vector.get("expected");
      assertThat(block.kind().name()).isEqualTo(expected.get("kind").asText());
      assertThat(block.repository()).isEqualTo(text(expected, "repository"));
      assertThat(block.path()).isEqualTo(text(expected, "path"));
      assertThat(block.kind() == Kind.XRAY_UNAVAILABLE)
          .isEqualTo(expected.path("xrayUnavailable").asBoolean());
      assertThat(block.curation().isPresent()).isEqualTo(expected.has("policies"));
      block.curation().ifPresent(refusal -> assertRefusal(refusal, expected));
    }

    private void assertRefusal(CurationRefusal refusal, JsonNode expected) {
      assertThat(refusal.packageName()).isEqualTo(text(expected, "packageName"));
      assertThat(refusal.packageVersion()).isEqualTo(text(expected, "packageVersion"));
      assertThat(refusal.reason().name())
          .isEqualTo(text(expected, "reason").orElse("POLICY_VIOLATION"));
      List<List<Optional<String>>> policies = new ArrayList<>();
      expected
          .get("policies")
          .forEach(group -> policies.add(List.of(
              text(group, "policy"),
              text(group, "condition"),
              text(group, "explanation"),
              text(group, "recommendation"))));
      assertThat(refusal.policies())
          .<List<Optional<String>>>extracting(policy -> List.of(
              Optional.of(policy.policy()),
              policy.condition(),
              policy.explanation(),
              policy.recommendation()))
          .isEqualTo(policies);
    }
  }

  @Nested
  class XrayMessage {
    @Test
    void isReadFromPrettyJsonWithHashFoldersAndCacheKey() {
      BlockedDownload block = one(fixture("blocked-403-xray.json"));

      assertXray(block, "08/e3/0123abcd/acme_tool-2.1.0-py3-none-any.whl", "pypi-remote-cache");
      assertThat(block.text()).startsWith("Artifact download").endsWith("pypi-remote-cache.");
    }

    @Test
    void isReadFromADockerRegistrysAnswer() {
      assertXray(
          one(fixture("blocked-403-docker.json")), "acme/web/v3/manifest.json", "docker-local");
    }

    @Test
    void tellsThatXrayWasUnavailable() {
      BlockedDownload block = one(fixture("blocked-403-xray-unavailable.json"));

      assertThat(block.kind()).isEqualTo(Kind.XRAY_UNAVAILABLE);
      assertThat(block.repository()).contains("deb-local");
      assertThat(block.text()).endsWith("Xray is unavailable");
    }

    @Test
    void doesNotTakeTheNextMessagesUnavailability() {
      List<BlockedDownload> blocks = RefusalLog.parse(
              xray("a.jar", "one") + "\n" + xray("b.jar", "two") + " Xray is unavailable.")
          .refusals();

      assertThat(blocks)
          .extracting(BlockedDownload::kind)
          .containsExactly(Kind.XRAY_BLOCK, Kind.XRAY_UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "a,b.jar",
          "{a}.jar",
          "{\"a\":\"b\"}.jar",
          "say \"hi\" it's.jar",
          "100%25 + (x86).jar",
          "docs/it was not downloaded/page.html",
          "configured in Xray for fun.txt",
          "the download blocking policy configured in Xray for fun.txt",
          "due to the download blocking policy.txt",
          "curation/blocked.jar",
          "stra\u00dfe/\u0130stanbul/\ud83d\ude00.jar",
          "a:b/c.tar.gz"
        })
    void keepsEveryPath(String path) {
      assertXray(one(xray(path, "libs.release-local")), path, "libs.release-local");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "a,b.jar",
          "{a}.jar",
          "{\"a\":\"b\"}.jar",
          "say \"hi\" it's.jar",
          "a\\b.jar",
          "a\\new.jar"
        })
    void keepsEveryPathInJson(String path) throws IOException {
      String json = Json.MAPPER.writeValueAsString(
          Json.MAPPER.createObjectNode().put("message", xray(path, "libs")));

      assertXray(one("2026-01-01 WARN got " + json + " from server"), path, "libs");
      assertXray(
          one(Json.MAPPER.writeValueAsString(Json.MAPPER.createObjectNode().put("log", json))),
          path,
          "libs");
    }

    @Test
    void turnsControlCharactersIntoBlanks() {
      assertXray(one("\u0000" + xray("a\u0000b.jar", "libs") + "\u0000x"), "a b.jar", "libs");
    }

    @Test
    void dropsTheColorsOfATerminal() {
      assertXray(
          one("\u001b[31mArtifact download\u001b[0m" + xray("a.jar", "libs").substring(17)),
          "a.jar",
          "libs");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          ".",
          "",
          ". Next sentence.",
          "\nnext line",
          ".\"}",
          ".\u0000",
          ".)",
          ".</p>",
          ", retry",
          ".\\n at x",
          ".'",
          ".\u001b[0m"
        })
    void endsTheRepositoryWhereTheSentenceEnds(String end) {
      String text = xray("a.jar", "libs.release-local");

      assertXray(one(text.substring(0, text.length() - 1) + end), "a.jar", "libs.release-local");
    }

    @Test
    void hasNoColorsInItsPath() {
      assertXray(one(xray("a\u001b[1;31mb\u001b[0m.jar", "libs")), "ab.jar", "libs");
    }

    @Test
    void isFoundInJsonThatWasEscapedTwiceAndCutOff() {
      String text = "{\\\\\\\"message\\\\\\\":\\\\\\\"" + xray("\\\\\\\"a\\\\\\\".jar", "libs");

      assertXray(one(text), "\"a\".jar", "libs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\"", "`"})
    void mayHaveTheRepositoryInQuotes(String quote) {
      assertXray(one(xray("a.jar", quote + "libs-local" + quote)), "a.jar", "libs-local");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " for", " for ", " for '"})
    void hasNoRepositoryIfItIsCutOffBeforeTheKey(String end) {
      BlockedDownload block = one(xray("a.jar", "libs").replace(" for libs.", end));

      assertThat(block.kind()).isEqualTo(Kind.XRAY_BLOCK);
      assertThat(block.path()).contains("a.jar");
      assertThat(block.repository()).isEmpty();
    }

    @Test
    void hasNoPathIfThePathIsEmpty() {
      BlockedDownload block = one(xray("", "libs"));

      assertThat(block.path()).isEmpty();
      assertThat(block.repository()).contains("libs");
    }

    @Test
    void isQuotedWithoutTheTextAroundIt() {
      assertThat(one("10:00 WARN " + xray("a.jar", "libs") + " Build failed.").text())
          .isEqualTo(xray("a.jar", "libs"));
    }

    @Test
    void isQuotedToTheEndOfItsLineIfItIsShort() {
      assertThat(
              one("denied: Artifact download request rejected due to download blocking policy\nx")
                  .text())
          .isEqualTo("Artifact download request rejected due to download blocking policy");
    }

    @Test
    void isFoundWhereverALineIsBroken() {
      String text = xray("org/acme/app.jar", "libs").replace(" ", "\r\n  ");

      assertXray(one(text), "org/acme/app.jar", "libs");
    }

    @Test
    void isFoundWithoutItsBeginning() {
      BlockedDownload block =
          one("... due to the download blocking policy configured in Xray for" + " libs.");

      assertThat(block.kind()).isEqualTo(Kind.XRAY_BLOCK);
      assertThat(block.repository()).contains("libs");
      assertThat(block.path()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "... request "})
    void keepsItsPathWithoutItsBeginning(String before) {
      String text = xray("a b.jar", "libs");

      assertXray(one(before + text.substring(text.indexOf("rejected:"))), "a b.jar", "libs");
    }

    @Test
    void mayBeginWithThePolicy() {
      BlockedDownload block = one("Download blocking policy configured in Xray for libs.");

      assertThat(block.kind()).isEqualTo(Kind.XRAY_BLOCK);
      assertThat(block.repository()).contains("libs");
      assertThat(block.path()).isEmpty();
    }

    @Test
    void isFoundWithoutItsEnd() {
      BlockedDownload block = one("Artifact download request rejected: a b.jar was not downloaded");

      assertThat(block.path()).contains("a b.jar");
      assertThat(block.repository()).isEmpty();
    }

    @Test
    void doesNotTakeWhatFollowsTheShortFormForARepository() {
      BlockedDownload block =
          one("Artifact download request rejected for you\nx was not downloaded");

      assertThat(block.repository()).isEmpty();
      assertThat(block.path()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"repository\":\"docker-local\"} | docker-local",
          "{\"repo\":\"docker-local\"} | docker-local",
          "{\"repository\":\" \"} |",
          "{\"manifest\":\"v3\"} |",
          "\"docker-local\" |",
          "null |"
        })
    void takesTheRepositoryFromTheDetailsWhereTheMessageHasNone(String detail, String expected) {
      BlockedDownload block = one("{\"errors\":[{\"code\":\"DENIED\",\"message\":\"Artifact"
          + " download request rejected\",\"detail\":" + detail + "}]}");

      assertThat(block.kind()).isEqualTo(Kind.XRAY_BLOCK);
      assertThat(block.repository()).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void takesTheSameTextForAnUnscannedArtifact() {
      assertXray(
          one(xray("commons-io-2.2.jar", "test-block-unscanned-artifacts")),
          "commons-io-2.2.jar",
          "test-block-unscanned-artifacts");
    }

    @Test
    void doesNotReadPlaceholdersAsARepository() {
      BlockedDownload block = one(xray("<ARTIFACT_PATH>", "<REPO_NAME>"));

      assertThat(block.kind()).isEqualTo(Kind.XRAY_BLOCK);
      assertThat(block.repository()).isEmpty();
    }
  }

  @Nested
  class SeveralMessages {
    @Test
    void areGivenOnceEachInOrder() {
      String log = "10:00 INFO start {not json}\n"
          + "10:01 WARN " + xray("b.jar", "libs") + "\n"
          + "10:02 WARN body={\"errors\":[{\"status\":403,\"message\":\"" + xray("b.jar", "libs")
          + "\"}]} done\n"
          + "10:03 WARN {\\\"errors\\\":[{\\\"message\\\":\\\"" + xray("a.jar", "libs")
          + "\\\"}]}\n";

      List<BlockedDownload> blocks = RefusalLog.parse(log).refusals();

      assertThat(blocks).hasSize(2);
      assertXray(blocks.get(0), "b.jar", "libs");
      assertXray(blocks.get(1), "a.jar", "libs");
    }

    @Test
    void areTheSameWhereOnlyTheirWordsDiffer() {
      BlockedDownload block = one(xray("a.jar", "libs")
          + "\n"
          + xray("a.jar", "libs")
              .replace("Artifact Download", "ARTIFACT DOWNLOAD")
              .replace("Xray", "XRAY"));

      assertThat(block.text()).isEqualTo(xray("a.jar", "libs"));
    }

    @Test
    void areNotMergedWhenTheFirstIsShortAndTheSecondFarAway() {
      List<BlockedDownload> blocks = RefusalLog.parse(
              "denied: Artifact download request rejected due to download blocking"
                  + " policy\n"
                  + "at x\n".repeat(200)
                  + "a.jar was not downloaded due to the download blocking policy configured in Xray"
                  + " for libs.")
          .refusals();

      assertThat(blocks).hasSize(2);
      assertThat(blocks.get(0).repository()).isEmpty();
      assertThat(blocks.get(1).repository()).contains("libs");
    }

    @Test
    void areNotMergedWhenTheFirstWasCutOff() {
      List<BlockedDownload> blocks = RefusalLog.parse(
              "Artifact download request rejected: a.jar was not\n" + xray("b.jar", "libs"))
          .refusals();

      assertThat(blocks).hasSize(2);
      assertThat(blocks.get(0).path()).isEmpty();
      assertThat(blocks.get(0).repository()).isEmpty();
      assertXray(blocks.get(1), "b.jar", "libs");
    }

    @Test
    void areFoundOnOneLineAndInOneJson() {
      List<BlockedDownload> blocks = RefusalLog.parse("{\"errors\":[{\"message\":\""
              + xray("a.jar", "one") + "\"},{\"message\":\"" + xray("b.jar", "two") + " "
              + xray("c.jar", "three") + "\"}]}")
          .refusals();

      assertThat(blocks)
          .extracting(block -> block.repository().orElseThrow())
          .containsExactly("one", "two", "three");
    }

    @Test
    void mayComeFromXrayAndCuration() {
      List<BlockedDownload> blocks = RefusalLog.parse(curated("acme:1.0", "{p, c}") + "\n"
              + xray("a.jar", "libs") + "\n" + curated("b:2", "{p}"))
          .refusals();

      assertThat(blocks)
          .extracting(BlockedDownload::kind)
          .containsExactly(Kind.CURATION_BLOCK, Kind.XRAY_BLOCK, Kind.CURATION_BLOCK);
    }

    @Test
    void areFoundBesideAPermissionError() {
      assertXray(
          one("{\"errors\":[{\"status\":403,\"message\":\"Forbidden\"}]}\n"
              + xray("a.jar", "libs")),
          "a.jar",
          "libs");
    }

    @Test
    void areFoundBehindEscapedJsonOnTheSameLine() {
      List<BlockedDownload> blocks = RefusalLog.parse(
              "a={\\\"message\\\":\\\"" + xray("a.jar", "one") + "\\\"} b=" + xray("b.jar", "two"))
          .refusals();

      assertThat(blocks)
          .extracting(block -> block.repository().orElseThrow())
          .containsExactly("one", "two");
    }
  }

  @Nested
  class CurationMessage {
    @Test
    void listsEveryPolicy() {
      CurationRefusal refusal = refusal(fixture("blocked-403-curation.json"));

      assertThat(refusal.packageName()).contains("acme-widgets");
      assertThat(refusal.reason()).isEqualTo(Reason.POLICY_VIOLATION);
      assertThat(refusal.waiversAllowed()).isFalse();
      assertThat(refusal.policies())
          .extracting(ViolatedPolicy::policy)
          .containsExactly("no-malware", "npm-cve");
      assertThat(refusal.policies().get(1).explanation())
          .contains("Vulnerability: CVE-2026-1111 | CVE-2026-2222");
      assertThat(refusal.policies().get(1).raw())
          .startsWith("npm-cve, CVE with")
          .endsWith("4.0.0");
    }

    @Test
    void takesThePolicyFromTheFieldsBesideIt() {
      CurationRefusal refusal = refusal(fixture("blocked-403-curation-structured.json"));

      assertThat(refusal.packageName()).contains("acme-lib");
      assertThat(refusal.packageVersion()).contains("1.4.7");
      assertThat(refusal.reason()).isEqualTo(Reason.POLICY_VIOLATION);
      assertThat(refusal.policies())
          .containsExactly(ViolatedPolicy.builder()
              .policy("strict-policy")
              .condition("immature")
              .explanation("too young")
              .recommendation("use 1.4.6")
              .raw("strict-policy, immature, too young, use 1.4.6")
              .build());
    }

    @Test
    void takesThePolicyFromTheFieldsInEscapedJson() {
      String json = fixture("blocked-403-curation-structured.json");
      String escaped = json.replace("\"", "\\\"").replace("\n", "\\n");

      assertThat(refusal("body=\"" + escaped + "\"").policies())
          .singleElement()
          .satisfies(policy -> assertThat(policy.condition()).contains("immature"));
    }

    @Test
    void keepsQuotesInTheFieldsOfEscapedJson() {
      String json = "{\"message\":\"Package a:1 download was blocked by Curation service\","
          + "\"policy\":\"the \\\"strict\\\" one\"}";
      String escaped = json.replace("\\", "\\\\").replace("\"", "\\\"");

      assertThat(refusal("body=\"" + escaped + "\"").policies())
          .extracting(ViolatedPolicy::policy)
          .containsExactly("the \"strict\" one");
    }

    @Test
    void doesNotReadOtherFieldsOfBrokenJsonAsAPolicy() {
      CurationRefusal refusal =
          refusal("{\"message\":\"Package a:1 download was blocked by Curation"
              + " service due to policy 'p'\",\"detail\":{\"a\":1}");

      assertThat(refusal.policies()).extracting(ViolatedPolicy::policy).containsExactly("p");
    }

    @Test
    void takesThePolicyFromTheSentenceWhereNoFieldHasIt() {
      CurationRefusal refusal = refusal("Package acme-lib:1.4.7 download was blocked by Curation"
          + " service due to policy 'it's strict'");

      assertThat(refusal.policies())
          .extracting(ViolatedPolicy::policy)
          .containsExactly("it's strict");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'p", "''", "'"})
    void hasNoPolicyIfTheSentenceDoesNotNameItInFull(String policy) {
      CurationRefusal refusal =
          refusal("Package a:1 download was blocked by Curation service due to policy " + policy);

      assertThat(refusal.packageName()).contains("a");
      assertThat(refusal.policies()).isEmpty();
      assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void readsGroupsOfOneAndThreeParts() {
      List<ViolatedPolicy> policies =
          refusal(curated("a:1", "{p1}, {p2,c2,e2}")).policies();

      assertThat(policies).hasSize(2);
      assertThat(policies.get(0).condition()).isEmpty();
      assertThat(policies.get(1).explanation()).contains("e2");
      assertThat(policies.get(1).recommendation()).isEmpty();
    }

    @Test
    void countsBracesInsideAGroup() {
      List<ViolatedPolicy> policies =
          refusal(curated("a:1", "{p1, c1, uses {\"a\":{}}, Upgrade},{p2}")).policies();

      assertThat(policies).extracting(ViolatedPolicy::policy).containsExactly("p1", "p2");
      assertThat(policies.get(0).explanation()).contains("uses {\"a\":{}}");
    }

    @Test
    void takesAnOpenGroupToTheEndOfItsLine() {
      List<ViolatedPolicy> policies = refusal("Package a:1 download was blocked by JFrog Packages"
              + " Curation service due to the following policies violated {p, c, expl\nnpm ERR!")
          .policies();

      assertThat(policies).singleElement().satisfies(policy -> {
        assertThat(policy.explanation()).contains("expl");
        assertThat(policy.raw()).isEqualTo("p, c, expl");
      });
    }

    @Test
    void doesNotReadLaterBracesAsGroups() {
      CurationRefusal refusal =
          refusal(curated("a:1", "{p, c}") + " see {docs}\n10:02 INFO {\"x\":1}");

      assertThat(refusal.policies()).hasSize(1);
    }

    @Test
    void isFoundInAnNpmLog() {
      String log =
          "npm notice package Express:3.0.1 download was blocked by jfrog packages curation"
              + " service due to the following policies violated {p,c,e,Replace the package}. For"
              + " details and alternatives, visit:"
              + " https://acme.example/ui/catalog/npm/Express/3.0.1?showVersions=true\n"
              + "npm error code E403\n"
              + "npm error 403 403 Forbidden - GET"
              + " https://acme.example/artifactory/api/npm/n/express";

      CurationRefusal refusal = refusal(log);

      assertThat(refusal.packageName()).contains("Express");
      assertThat(refusal.packageVersion()).contains("3.0.1");
      assertThat(refusal.policies()).hasSize(1);
    }

    @Test
    void isFoundWhereverALineIsBroken() {
      String text = curated("@acme/web-kit:3.0.1", "{p, c, e, r}").replace(" ", "\n");

      CurationRefusal refusal = refusal(text);

      assertThat(refusal.packageName()).contains("@acme/web-kit");
      assertThat(refusal.policies()).hasSize(1);
    }

    @Test
    void isNotStartedByALoggerOfItsName() {
      CurationRefusal refusal =
          refusal("[o.j.CurationService:12] [blocked] " + curated("curation-kit:1", "{p}"));

      assertThat(refusal.packageName()).contains("curation-kit");
      assertThat(refusal.policies()).hasSize(1);
    }

    @Test
    void tellsThatAScanIsRunning() {
      CurationRefusal refusal = refusal("Package acme:1.0 download was blocked by JFrog Packages"
          + " Curation service due to curation on-demand scan in progress");

      assertThat(refusal.reason()).isEqualTo(Reason.ON_DEMAND_SCAN_PENDING);
      assertThat(refusal.packageVersion()).contains("1.0");
    }

    @Test
    void doesNotTakeNamesForReasons() {
      CurationRefusal refusal =
          refusal(curated("on-demand:1", "{on-demand, not being found, All versions blocked}"));

      assertThat(refusal.reason()).isEqualTo(Reason.POLICY_VIOLATION);
      assertThat(refusal.packageName()).contains("on-demand");
    }

    @Test
    void knowsOtherWordsForAMissingCatalogEntry() {
      CurationRefusal refusal = refusal("Package acme:1.0 download was blocked by JFrog Packages"
          + " Curation service due to the package\nnot being found in the catalog.");

      assertThat(refusal.reason()).isEqualTo(Reason.NOT_IN_CATALOG);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"%s [waivers allowed]", "[Waivers Allowed] %s", "%s\n[waivers allowed]"})
    void tellsThatWaiversAreAllowed(String format) {
      CurationRefusal refusal = refusal(String.format(format, curated("a:1", "{p, c}")));

      assertThat(refusal.waiversAllowed()).isTrue();
      assertThat(refusal.policies()).hasSize(1);
    }

    @Test
    void doesNotTakeTheWaiversOfItsNeighbour() {
      List<BlockedDownload> blocks = RefusalLog.parse(
              curated("a:1", "{p}") + "\n[waivers allowed] " + curated("b:1", "{p}"))
          .refusals();

      assertThat(blocks)
          .extracting(block -> block.curation().orElseThrow().waiversAllowed())
          .containsExactly(false, true);
    }

    @Test
    void tellsThatNoVersionIsLeft() {
      CurationRefusal refusal =
          refusal("403 All versions blocked - {policy:no old ones,condition:Too old}");

      assertThat(refusal.reason()).isEqualTo(Reason.NO_COMPLIANT_VERSION);
      assertThat(refusal.policies())
          .containsExactly(ViolatedPolicy.builder()
              .policy("no old ones")
              .condition("Too old")
              .raw("policy:no old ones,condition:Too old")
              .build());
    }

    @Test
    void mayGiveTheMissingVersionsAsItsReason() {
      CurationRefusal refusal = refusal("Package acme:1 download was blocked by JFrog Packages"
          + " Curation service. All versions blocked - {policy:p,condition:c}");

      assertThat(refusal.reason()).isEqualTo(Reason.NO_COMPLIANT_VERSION);
      assertThat(refusal.packageName()).contains("acme");
      assertThat(refusal.policies()).hasSize(1);
    }

    @Test
    void hasNoConditionIfItsNamedPartIsEmpty() {
      CurationRefusal refusal = refusal("403 All versions blocked - {policy:p,condition:}");

      assertThat(refusal.policies()).singleElement().satisfies(policy -> {
        assertThat(policy.policy()).isEqualTo("p");
        assertThat(policy.condition()).isEmpty();
      });
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"12|pending", "{\"errors\":[{\"status\":403,\"message\":\"a-7|approved\"}]}"})
    void mayBeTheAnswerToAWaiverRequest(String text) {
      assertThat(refusal(text).reason()).isEqualTo(Reason.WAIVER_ANSWER);
    }

    @Test
    void hasNoReasonWhereTheTextNamesNone() {
      CurationRefusal refusal = refusal("403: blocked, ask the Curation team");

      assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN);
      assertThat(refusal.packageName()).isEmpty();
    }

    @Test
    void isQuotedAsItsLineIfOnlyWordsTellThatCurationBlocked() {
      assertThat(one("npm ERR! code E403\n403: blocked, ask the Curation team\nnpm ERR! x")
              .text())
          .isEqualTo("403: blocked, ask the Curation team");
    }

    @Test
    void doesNotBeginInsideAnotherWord() {
      CurationRefusal refusal = refusal("sub" + curated("a:1", "{p}"));

      assertThat(refusal.packageName()).isEmpty();
      assertThat(refusal.policies()).hasSize(1);
    }

    @Test
    void hasANameWithoutVersion() {
      CurationRefusal refusal = refusal(curated("acme", "{p}"));

      assertThat(refusal.packageName()).contains("acme");
      assertThat(refusal.packageVersion()).isEmpty();
    }
  }

  @Nested
  class OtherTexts {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "403 Forbidden",
          "Received status code 403 from server: Forbidden",
          "status: 403 Forbidden",
          "npm error code ETARGET\nnpm error notarget No matching version found for acme@9",
          "error NU1102: Unable to find package Acme with version (>= 9)",
          "404 Not Found",
          "{\"errors\":[]}",
          "all versions blocked by the weather",
          "curation is on\n\n\n\nthread blocked",
          "|pending",
          "null"
        })
    void areUnknownWhereTheySayTooLittle(String text) {
      // The tool that printed the text is the only thing that may be known.
      assertThat(one(text).toBuilder().tool(Optional.empty()).build())
          .isEqualTo(BlockedDownload.builder().kind(Kind.UNKNOWN).text(text).build());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"No such manifest\"}]}",
          "Error response from daemon: manifest for acme/web:v3 not found: manifest unknown"
        })
    void mayHideABlockBehindAVirtualRepository(String text) {
      assertThat(one(text).kind()).isEqualTo(Kind.POSSIBLE_BLOCK_VIA_VIRTUAL);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"error\": \"Permission denied\"}",
          "log: {\\\"errors\\\":[{\\\"status\\\":403,\\\"message\\\":\\\"Forbidden\\\"}]}",
          "Download request for repo:path is forbidden for user: 'anonymous'",
          "user is not permitted to read",
          "{\"errors\":[{\"status\":403,\"message\":\"Token is not authorized\"}]}"
        })
    void mayNameAMissingPermission(String text) {
      assertThat(one(text).kind()).isEqualTo(Kind.PERMISSION);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"errors\":[{\"status\":401,\"message\":\"Props Authentication Token not found\"}]}",
          "{\"errors\" : [ {\"status\" : -1, \"message\" : \"Wrong username was used\"} ]}",
          "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"authentication required\","
              + "\"detail\":null},{\"code\":\"DENIED\",\"message\":\"denied\"}]}",
          "curl: (22) The requested URL returned error: 401 Unauthorized"
        })
    void mayAskForCredentials(String text) {
      assertThat(one(text).kind()).isEqualTo(Kind.AUTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recent", "recurrent"})
    void mayTellOfASuspension(String word) {
      BlockedDownload block =
          one("{\"errors\":[{\"status\":403,\"message\":\"This request is blocked due to " + word
              + " login failures, please try again in 4 seconds\"}]}");

      assertThat(block.kind()).isEqualTo(Kind.SUSPENDED);
    }

    @Test
    void mayComeFromAProxyThatQuotesNothing() {
      BlockedDownload block = one("<!DOCTYPE HTML><title>502 Bad Gateway</title>");

      assertThat(block.kind()).isEqualTo(Kind.PROXY);
    }

    @Test
    void areBlocksAlsoInsideHtml() {
      assertXray(
          one("<html><body><p>" + xray("a.jar", "libs") + "</p></body></html>"), "a.jar", "libs");
    }

    @Test
    void areCutToAThousandCharactersButNotInsideOne() {
      BlockedDownload block = one("x".repeat(999) + "\ud83d\ude00".repeat(10));

      assertThat(block.text()).isEqualTo("x".repeat(999));
    }
  }

  @Nested
  class AKind {
    @ParameterizedTest
    @EnumSource(Kind.class)
    void isABlockForExactlyThoseThatMayHoldADownloadBack(Kind kind) {
      List<Kind> blocks = List.of(
          Kind.XRAY_BLOCK,
          Kind.XRAY_UNAVAILABLE,
          Kind.CURATION_BLOCK,
          Kind.POSSIBLE_BLOCK_VIA_VIRTUAL);

      assertThat(kind.isBlock()).isEqualTo(blocks.contains(kind));
    }
  }

  static Stream<Named<JsonNode>> vectors() throws IOException {
    JsonNode vectors = Json.MAPPER.readTree(fixture("vectors-blocked-messages.json"));
    return StreamSupport.stream(vectors.spliterator(), false)
        .map(vector -> Named.of(vector.get("id").asText(), vector));
  }

  private static BlockedDownload one(String text) {
    return ReadLog.one(RefusalLog.parse(text));
  }

  private static CurationRefusal refusal(String text) {
    BlockedDownload block = one(text);
    assertThat(block.kind()).isEqualTo(Kind.CURATION_BLOCK);
    return block.curation().orElseThrow();
  }

  private static void assertXray(BlockedDownload block, String path, String repository) {
    assertThat(block.kind()).isEqualTo(Kind.XRAY_BLOCK);
    assertThat(block.path()).contains(path);
    assertThat(block.repository()).contains(repository);
  }

  private static String xray(String path, String repository) {
    return "Artifact download request rejected: " + path + " was not downloaded due to the download"
        + " blocking policy configured in Xray for " + repository + ".";
  }

  private static String curated(String coordinates, String groups) {
    return "Package " + coordinates + " download was blocked by JFrog Packages Curation service due"
        + " to the following policies violated " + groups + ".";
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).textValue());
  }

  private static String fixture(String name) {
    String resource = "/contract/blocked/" + name;
    try (InputStream file = RefusalMessagesTest.class.getResourceAsStream(resource)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(resource, e);
    }
  }
}
