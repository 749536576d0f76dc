package io.github.xrayclient.diagnostics.internal.refusal.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal.Reason;
import io.github.xrayclient.diagnostics.refusal.ReadLog;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages of Xray and Curation in unusual forms, and words like theirs that are no refusal. */
class MessageFormsTest {
  private static final String POLICY =
      " was not downloaded due to the download blocking policy configured in Xray for ";
  private static final String REJECTED = "Artifact download request rejected: ";
  private static final String CURATION =
      " download was blocked by JFrog Packages Curation service due to the following policies violated ";

  @Nested
  class AnXrayMessage {
    @Test
    void mayNameTheAddressOfAnotherServerInPlaceOfARepository() {
      BlockedDownload block =
          one("{\"errors\":[{\"status\":403,\"message\":\"The request to download the artifact was"
              + " rejected: org/acme/app 1.jar was not downloaded due to the download blocking policy"
              + " configured at https://acme.example/artifactory.\"}]}");

      assertXray(block, "org/acme/app 1.jar", null);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "The artifact is blocked due to download blocking policy configured in Xray for libs-local",
          "{\"errors\":[{\"status\":403,\"message\":\"The artifact is blocked due to download blocking"
              + " policy configured in Xray for libs-local\"}]}",
          "... downloaded due to the download blocking policy configured in Xray for libs-local.",
          "Error: 'due to the download blocking policy configured in Xray for libs-local.'"
        })
    void mayNameTheRepositoryAlone(String text) {
      assertXray(one(text), null, "libs-local");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "denied: DENIED: Artifact download request rejected due to download blocking policy",
          "> denied: Artifact download request rejected due to the download blocking policy",
          "403 Forbidden - Artifact download request rejected",
          "ERROR: Artifact download request rejected.",
          "level=fatal msg=\"Artifact download request rejected\"",
          "rpc error: code = Unknown desc = Artifact download request rejected",
          "Artifact download request rejected: org/acme/app-1...",
          "error: Artifact download request rejected: org/acme/app-1\u2026",
          "{\"errors\":[{\"message\":\"Artifact download request rejected\"}]}",
          "Artifact download request rejected: <path> was not downloaded due to the download blocking"
              + " policy configured in Xray for <repository>.",
          "Artifact download request rejected: ... was not downloaded due to the download blocking"
              + " policy configured in Xray for ...",
          "Artifact download request rejected: org/ac\u2026-1.jar was not downloaded due to the"
        })
    void mayTellNeitherPathNorRepository(String text) {
      assertXray(one(text), null, null);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "a//b.jar",
          "a%20b/c%2Fd.jar",
          "com.acme:core:1.0/core.jar",
          "x was not downloaded/y.jar",
          "${revision}/app-${revision}.jar",
          "Outer$Inner.class",
          "api/rejected: again.txt",
          "@acme/web/-/web-1.0.0-rc.1+build.5.tgz"
        })
    void keepsItsPath(String path) {
      assertXray(one("denied: " + REJECTED + path + POLICY + "libs-local."), path, "libs-local");
    }

    @Test
    void doesNotSwallowTheLinesBehindAPathThatWasCutOff() {
      BlockedDownload block =
          one(REJECTED + "org/acme/app-1\nnpm error code 1\n2 packages" + POLICY + "libs-local.");

      assertXray(block, null, "libs-local");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "REJ%s was not downloaded due to the download blocking policy",
          "REJ' + path + ' was not downloaded due to the download blocking policy configured in Xray"
              + " for ' + repo",
          "REJ${path} was not downloaded due to the download blocking policy configured in Xray for"
              + " ${repo}.",
          "REJ{} was not downloaded due to the download blocking policy configured in Xray for {}.",
          "REJa.jar was not downloaded due to the download blocking policy configured in Xray for %s."
        })
    void isNoneIfAProgramWouldPutTheValuesIn(String text) {
      assertNoBlock(text.replace("REJ", REJECTED));
    }
  }

  @Nested
  class ARepositoryKey {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "libs.release-local. | libs.release-local",
          "libs-local | libs-local",
          "libs_local-2 is what it says | libs_local-2",
          "libs-local.: unknown | libs-local",
          "libs-local.; map[manifest:v3] | libs-local",
          "libs-local.%0Aexit 1 | libs-local",
          "libs-local.Error: exit 1 | libs-local",
          "libs-local.2026-01-01T08:00:00Z next | libs-local",
          "libs.Release-local. | libs.Release-local",
          "libs.Release. | libs.Release",
          "libs-local..  | libs-local",
          "libs-local</pre> | libs-local",
          "libs-local&quot; | libs-local",
          "`libs-local` | libs-local",
          "2-libs. | 2-libs"
        })
    void endsWithItsSentence(String end, String key) {
      assertXray(one(REJECTED + "a.jar" + POLICY + end), "a.jar", key);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"libs\nDone", "libs\n\nnext", "libs\n$ exit", "libs\nError: x", "libs\n- x"})
    void mayEndWithItsLine(String end) {
      assertXray(one(REJECTED + "a.jar" + POLICY + end), "a.jar", "libs");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "maven-remote\n-cache.",
          "maven-remote-\ncache.",
          "maven-remote-ca\nche.",
          "maven-remote-ca\nche.\"",
          "maven-rem...",
          "maven-rem\u2026",
          "the repository",
          "your repository.",
          "libs.exit 1",
          "\nError: exit 1",
          "\n\nlibs is what it says",
          "<repository>",
          "..."
        })
    void isNotReadIfItMayBeAPart(String end) {
      assertXray(one(REJECTED + "a.jar" + POLICY + end), "a.jar", null);
    }
  }

  @Nested
  class ACurationMessage {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "lodash:4.17.20 | lodash | 4.17.20",
          "@acme/b:2.0.0-rc.1+build.5 | @acme/b | 2.0.0-rc.1+build.5",
          "com.acme:core:15.0.0 | com.acme:core | 15.0.0",
          "github.com/acme/mod:v1.2.3 | github.com/acme/mod | v1.2.3",
          "library/python:3.8 | library/python | 3.8",
          "library/python:sha256:0123456789abcdef | library/python | sha256:0123456789abcdef",
          "library/python@sha256:0123456789abcdef | library/python | sha256:0123456789abcdef",
          "host.example:5000/team/web:1 | host.example:5000/team/web | 1",
          "host.example:5000/team/web | host.example:5000/team/web | ''",
          "org/model:main | org/model | main",
          "g++:1:12.2 | g++:1 | 12.2",
          "acme | acme | ''"
        })
    void namesThePackage(String coordinates, String name, String version) {
      CurationRefusal refusal = curation("Package " + coordinates + CURATION + "{p, c}.");

      assertThat(refusal.packageName()).contains(name);
      assertThat(refusal.packageVersion().orElse("")).isEqualTo(version);
      assertThat(refusal.policies()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Package" + CURATION + "{p, c}.",
          "Package <name>:<version>" + CURATION + "{p, c}.",
          "...dash:4.17.20" + CURATION + "{p, c}.",
          "package manager says that the" + CURATION + "{p, c}.",
          "... blocked by JFrog Packages Curation service due to the following policies violated {p, c}.",
          "...ation service due to the following policies violated {p, c}.",
          "... following policies violated {p, c}."
        })
    void mayNameNoPackage(String text) {
      CurationRefusal refusal = curation(text);

      assertThat(refusal.packageName()).isEmpty();
      assertThat(refusal.policies()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "due to the package not being found in catalog, curation on-demand scan in progress."
              + " | ON_DEMAND_SCAN_PENDING",
          "due to it not being found in the index | NOT_IN_CATALOG",
          "due to it not being found in the index. See the on-demand scans. | NOT_IN_CATALOG",
          "due to curation on-demand scan in progress | ON_DEMAND_SCAN_PENDING",
          "due to policy 'p' | POLICY_VIOLATION",
          "due to | UNKNOWN"
        })
    void tellsItsReason(String end, Reason reason) {
      String text = "Package test:1.0.0 download was blocked by JFrog Packages Curation service ";

      assertThat(curation(text + end).reason()).isEqualTo(reason);
      assertThat(curation("{\"errors\":[{\"message\":\"" + text + end + "\"}]}").reason())
          .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Error response from daemon: pull access denied for acme.example/docker/python, blocked by"
              + " Curation policy",
          "{\"error\":\"Package blocked by curation policy\"}",
          "{\"errors\":[{\"status\":403,\"message\":\"Blocked by JFrog Curation\"}]}",
          "Package blocked by JFrog Curation policy",
          "ERROR: Package lodash@4.17.20 was blocked by Curation policy.",
          "npm error 403 package blocked by curation policy",
          "403 Forbidden: JFrog Curation blocked this package",
          "error: status 403: model was blocked by the curation service",
          "Package download was blocked by JFrog Packages Curation service",
          "Package download was blocked by JFrog Packages Curation service.",
          "403: blocked, ask the Curation team"
        })
    void mayBeShort(String text) {
      assertThat(curation(text).reason()).isEqualTo(Reason.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Package %s:%s" + CURATION + "{%s, %s, %s, %s},{%s, %s, %s, %s}.",
          "// Package {}:{}" + CURATION + "{}",
          "Package ${name}:${version}" + CURATION + "{${policy}}."
        })
    void isNoneIfAProgramWouldPutTheValuesIn(String text) {
      assertNoBlock(text);
    }
  }

  @Nested
  class WordsThatAreNoRefusal {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "+ grep -q 'Artifact download request rejected' pull.log",
          "$ grep \"Artifact download request rejected\" build.log || true",
          "  *\"Artifact download request rejected\"*) exit 3;;",
          "if 'Artifact download request rejected' in output:",
          "const prefix = \"Artifact download request rejected:\"",
          "PATTERN=\"Artifact download request rejected\"",
          "+ echo 'ERROR: Artifact download request rejected'",
          "> echo \"Artifact download request rejected due to download blocking policy\" >> out",
          "if strings.Contains(err.Error(), \"download blocking policy configured in Xray\") {",
          "* 1a2b3c4 fix: Artifact download request rejected",
          "How to find the cause of the 403 Artifact Download Request Rejected error",
          "Why is my artifact download request rejected?",
          "Support the message Artifact download request rejected (#12)",
          "testArtifactDownloadRequestRejected PASSED",
          "{\"name\":\"Artifact download request rejected\",\"status\":\"passed\"}",
          "Each download blocking policy configured in Xray for a repository applies to its cache.",
          "# The download blocking policy configured in Xray for the repository decides.",
          "t.Fatalf(\"canonical artifact download request rejected: %v\", err)"
        })
    void ofXrayMayBeInScriptsAndDocuments(String text) {
      assertNoBlock(text);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Curation audit: 57 packages checked, 0 blocked",
          "Curation audit: 57 packages checked, 3 blocked",
          "Curation: no package was blocked (403 packages checked)",
          "[INFO] Running org.acme.curation.BlockedPackagesTest",
          "CurationServiceTest > listsBlockedPackages() PASSED",
          "  # xray_curation_policy.blocked_licences will be created",
          "  + resource \"xray_curation_policy\" \"blocked\" {",
          "https://acme.example/ui/package-curation/audit?status=blocked",
          "See https://acme.example/ui/curation/blocked for details",
          "* 3f2a1c0 Explain what to do when a package is blocked by curation (#12)",
          "* 9b1d22e curation: wait for on-demand scans",
          "A tarball blocked by jfrog curation shows up as `npm error code E403`,",
          "Displays all known packages that were blocked by Curation Policies.",
          "Packages may be blocked by Curation with 403 Forbidden.",
          "| `403` / `Forbidden` / \"blocked by curation policy\" | see below |",
          "+ grep -q 'download was blocked by JFrog Packages Curation service' npm.log",
          "if printf '%s' \"$out\" | awk '/blocked by.*curation service/ { f=1 } END { exit !f }'; then",
          "BlockMessageKey = \"jfrog packages curation\"",
          "If you see `blocked by jfrog packages curation service`, pick an older version.",
          "My package download was blocked by JFrog Packages Curation service, what can I do?",
          "# if the message has the key, then we can be sure it got blocked by curation service.",
          "curation.blocked=true",
          "curation_blocked_total 403",
          "deploy/curation-service: blocked: 0",
          "{\"name\":\"curation\",\"blocked\":true}",
          "{\"level\":\"info\",\"message\":\"Curation settings: blocked list updated\"}",
          "{\"level\":\"info\",\"message\":\"The curation job blocked until noon\"}",
          "Move the data to the curation service due to the freeze",
          "All versions blocked by the freeze",
          "waiting for the curation on-demand scan queue",
          "block_when_curation_is_down = false # 403 is denied"
        })
    void ofCurationMayBeInScriptsAndDocuments(String text) {
      assertNoBlock(text);
    }
  }

  @Nested
  class CopiesOfOneMessage {
    private final String notice = "npm notice package moment:2.29.1"
        + CURATION.toLowerCase(java.util.Locale.ROOT)
        + "{p9,c9,e9,use luxon}. For details and alternatives, visit: https://acme.example/ui";
    private final String body =
        "{\"errors\": [{\"status\": 403, \"message\": \"Package moment:2.29.1" + CURATION
            + "{p9, c9, e9, Use luxon}.WAIVERS\"}]}";

    @ParameterizedTest
    @ValueSource(strings = {"", " [waivers allowed]"})
    void ofCurationAreOneInAnyOrder(String waivers) {
      String other = body.replace("WAIVERS", waivers);

      for (String log : List.of(notice + "\n" + other, other + "\n" + notice)) {
        BlockedDownload block = one(log);
        assertThat(block.count()).contains(2L);
        assertThat(block.line()).contains(1L);
        CurationRefusal refusal = block.curation().orElseThrow();
        assertThat(refusal.waiversAllowed()).isEqualTo(!waivers.isEmpty());
        assertThat(refusal.policies().get(0).recommendation()).contains("Use luxon");
      }
    }

    @Test
    void ofCurationAreOneWhereverOneWasCut() {
      String message = "Package moment:2.29.1" + CURATION + "{p9, c9, e9, Use luxon},{q, d}.";
      int least = message.indexOf(" service due");

      for (int cut = least; cut < message.length(); cut++) {
        for (String end : List.of("", "...", " \u2026")) {
          String copy = message.substring(0, cut) + end;
          for (String log : List.of(
              message + "\n" + "\n".repeat(100) + copy, copy + "\n" + "\n".repeat(100) + message)) {
            BlockedDownload block = one(log);
            assertThat(block.count()).as(copy).contains(2L);
            assertThat(block.curation().orElseThrow().policies()).as(copy).hasSize(2);
            assertThat(block.curation().orElseThrow().policies().get(1).condition())
                .as(copy)
                .contains("d");
          }
        }
      }
    }

    @Test
    void ofXrayAreOneWhereverOneWasCut() {
      String message = REJECTED + "org/acme/my app-1.0.jar" + POLICY + "libs.release-local.";
      int least = REJECTED.length() + 3;

      for (int cut = least; cut < message.length(); cut++) {
        for (String end : List.of("", "...", " \u2026")) {
          String copy = message.substring(0, cut) + end;
          boolean isKeyCut = end.isEmpty() && cut > message.lastIndexOf(' ') + 1;
          if (isKeyCut) {
            continue; // nothing tells that this is not the whole key
          }
          for (String log : List.of(
              message + "\n" + "\n".repeat(100) + copy, copy + "\n" + "\n".repeat(100) + message)) {
            BlockedDownload block = one(log);
            assertThat(block.count()).as(copy).contains(2L);
            assertXray(block, "org/acme/my app-1.0.jar", "libs.release-local");
          }
        }
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "denied: DENIED: Artifact download request rejected due to download blocking policy",
          "... due to the download blocking policy configured in Xray for libs."
        })
    void ofXrayMayNameNothingNearTheWholeMessage(String copy) {
      String message = REJECTED + "a.jar" + POLICY + "libs.";

      for (String log : List.of(message + "\n" + copy, copy + "\nx\n" + message)) {
        BlockedDownload block = one(log);
        assertThat(block.count()).contains(2L);
        assertXray(block, "a.jar", "libs");
      }
    }

    @Test
    void keepTheHintThatXrayWasUnavailable() {
      String message = REJECTED + "a.jar" + POLICY + "libs. Xray is unavailable.";

      BlockedDownload block = one(message.replace(". Xray is unavailable.", "") + "\n" + message);

      assertThat(block.kind()).isEqualTo(Kind.XRAY_UNAVAILABLE);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Package a:1 CURATION{p}. | Package a:1 CURATION{p10}.",
          "Package a:1 CURATION{p}. | Package a:1 CURATION{p, c}.",
          "Package a:1 CURATION{p}. | Package a:1 CURATION{p},{q}.",
          "Package a:1 CURATION{p}. | Package a:10 CURATION{p}.",
          "Package a:1 CURATION{p}. | Package @x/a:1 CURATION{p}.",
          "Package a:1 CURATION{p}. | Package CURATION{p}.",
          "Package a:1 CURATION{p}. | All versions blocked - {policy:p,condition:c}",
          "REJECTED a.jar POLICY libs. | REJECTED a.jar POLICY libs-2.",
          "REJECTED a.jar POLICY libs. | REJECTED a.jar.asc POLICY libs.",
          "REJECTED a.jar POLICY libs. | REJECTED b.jar POLICY libs.",
          "REJECTED a.jar POLICY libs. | REJECTED b.jar was not",
          "REJECTED a.jar POLICY libs. | ... due to the POLICY2 configured in Xray for other.",
          "REJECTED a.jar POLICY libs. | Package a:1 CURATION{p}."
        })
    void areNotMadeOfDifferentRefusals(String first, String second) {
      String log = (first + "\n" + second)
          .replace(" CURATION", CURATION)
          .replace("REJECTED ", REJECTED)
          .replace(" POLICY ", POLICY)
          .replace("POLICY2", "download blocking policy");

      assertThat(RefusalLog.parse(log).refusals())
          .hasSize(2)
          .allSatisfy(block -> assertThat(block.count()).contains(1L));
    }

    @Test
    void areFoundInTimeAmongManyBlocksOfOnePackage() {
      StringBuilder log = new StringBuilder();
      for (int i = 0; i < 20_000; i++) {
        log.append("Package a:1").append(CURATION).append("{p").append(i).append("}.\n");
      }

      assertThat(RefusalLog.parse(log.toString()).refusals()).hasSize(20_000);
    }
  }

  private static void assertXray(BlockedDownload block, String path, String repository) {
    assertThat(block.kind()).isIn(Kind.XRAY_BLOCK);
    assertThat(block.path()).isEqualTo(Optional.ofNullable(path));
    assertThat(block.repository()).isEqualTo(Optional.ofNullable(repository));
  }

  private static void assertNoBlock(String text) {
    for (String log : List.of(text, "start\n  " + text + "\ndone\n")) {
      assertThat(ReadLog.all(RefusalLog.parse(log)))
          .extracting(BlockedDownload::kind)
          .as(log)
          .doesNotContain(Kind.XRAY_BLOCK, Kind.XRAY_UNAVAILABLE, Kind.CURATION_BLOCK);
    }
  }

  private static CurationRefusal curation(String text) {
    BlockedDownload block = one(text);
    assertThat(block.kind()).isEqualTo(Kind.CURATION_BLOCK);
    return block.curation().orElseThrow();
  }

  private static BlockedDownload one(String text) {
    List<BlockedDownload> blocks = RefusalLog.parse(text).refusals();
    assertThat(blocks.stream()
            .map(block -> block.toBuilder().text("").build())
            .collect(Collectors.toList()))
        .as(text)
        .hasSize(1);
    return blocks.get(0);
  }
}
