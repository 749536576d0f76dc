package io.github.xrayclient.diagnostics.block;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import io.github.xrayclient.diagnostics.report.TextReport;
import io.github.xrayclient.testing.FakeXray;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people run into that the text of the refusal tells, or does not tell. */
class RefusalSituationsTest extends PlatformFixture {
  private BlockExplanation explain(String text) {
    List<BlockExplanation> found = platform.downloads().explain(text);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static void says(BlockExplanation found, String... words) {
    assertThat(found.nextSteps())
        .extracting(NextStep::text)
        .anySatisfy(step -> assertThat(step).contains(words));
  }

  private static List<NextStep.Kind> steps(BlockExplanation found) {
    return found.nextSteps().stream().map(NextStep::kind).collect(Collectors.toList());
  }

  private static String text(BlockExplanation found) {
    return TextReport.of(List.of(found)).replaceAll("\\s+", " ");
  }

  @Test
  void xrayUnavailable() {
    BlockExplanation found = explain(Platform.refusal("libs", "a.jar") + " Xray is unavailable.");

    assertThat(found.refusal().map(BlockedDownload::kind)).contains(Kind.XRAY_UNAVAILABLE);
    assertThat(found.causes()).isEmpty();
    says(found, "Check that Xray is running");
    says(found, "xrayAllowWhenUnavailable");
  }

  @Test
  void curationRatherThanXray() {
    BlockExplanation found = explain("Package a:1 download was blocked by JFrog Packages Curation"
        + " service due to the following policies violated {p,c,e,Upgrade to 2}.");

    assertThat(found.refusal().map(BlockedDownload::kind)).contains(Kind.CURATION_BLOCK);
    assertThat(platform.server.requests())
        .noneMatch(request -> request.path().startsWith("/xray/api/v2/watches"));
  }

  @Test
  void permissionRefused() {
    BlockExplanation found = explain("{\"errors\":[{\"status\":403,\"message\":\"Forbidden\"}]}");

    assertThat(found.refusal().map(BlockedDownload::kind)).contains(Kind.PERMISSION);
    says(found, "Check the user's permissions on the repository");
  }

  @Test
  void answerSwallowedByTheBuildTool() {
    says(explain("Received status code 403 from server: Forbidden"), "curl -i");
  }

  @Test
  void versionSilentlyMissing() {
    says(explain("npm error code ETARGET"), "Curation can remove versions from listings");
  }

  @ParameterizedTest
  @CsvSource({
    "12|pending, Have the pending waiver request decided",
    "12|APPROVED, the waiver request is approved",
    "12|forbidden, does not accept waiver requests",
    "12|error, It failed or was rejected"
  })
  void answerToAWaiverRequest(String answer, String advice) {
    assertThat(explain(answer).nextSteps())
        .extracting(NextStep::text)
        .singleElement()
        .asString()
        .contains(advice);
  }

  @Test
  void everyVersionBlockedByCuration() {
    says(explain("All versions blocked - {policy:p,condition:c}"), "Use another package");
  }

  @Test
  void federatedRepositoryOrSmartRemoteOfAnotherArtifactory() {
    says(
        explain(Platform.refusal("their-key", "a.jar")),
        "smart remote or federated repository, ask the other Artifactory instance");
  }

  @Test
  void messageCopiedWithoutRepository() {
    platform.policy("p", BLOCK).watch("w", "p", allRepositories());
    platform.watch("off", "'active':false", "p", allRepositories());

    BlockExplanation found = explain(
        "denied: DENIED: Artifact download request rejected due to download blocking policy");

    assertThat(found.refusal().map(BlockedDownload::kind)).contains(Kind.XRAY_BLOCK);
    says(found, "Find out which repository refused the download");
    says(found, "each of them may be the cause: \"w\".");
    assertThat(platform.server.requests()).hasSize(2);
  }

  @Test
  void messageCopiedWithoutRepositoryWhereNothingBlocks() {
    says(
        explain("Artifact download request rejected due to download blocking policy"),
        "No active watch that could be read has a policy that blocks downloads.");
  }

  @Test
  void childManifestOfAnImageListBlocked() {
    platform.policy("p", BLOCK).watch("w", "p", repository("docker-hub", "remote"));

    BlockExplanation found = explain(Platform.refusal(
        "docker-hub-cache", "library/redis/sha256__" + "ab".repeat(32) + "/manifest.json"));

    assertThat(found.causes())
        .extracting(BlockCause::verdict)
        .containsExactly(BlockCause.Verdict.LIKELY);
    says(found, "the manifest of one platform", "Also ask about list.manifest.json");
  }

  @Test
  void oldImageStillRunsAlthoughBlocked() {
    platform.policy("p", BLOCK).watch("w", "p", repository("docker", "local"));

    says(
        explain(Platform.refusal("docker", "web/v3/manifest.json")),
        "They can still run it, because only downloads are blocked");
  }

  @Nested
  class OnlyTheStatus {
    private static final String BASE = "https://acme.example/artifactory/";

    private BlockExplanation refused(String address) {
      return explain("fetching\nnpm error 403 403 Forbidden - GET " + address);
    }

    @Test
    void ofALocalRepositoryIsExplainedByTheWatches() {
      platform.local("libs", "").policy("p", BLOCK).watch("w", "p", repository("libs", "local"));

      BlockExplanation found = refused(BASE + "libs/a/b-1.0.jar");

      assertThat(found.causes()).extracting(BlockCause::watch).containsExactly("w");
      assertThat(text(found))
          .contains("a/b-1.0.jar in repository libs: refused with the status 403, without a reason")
          .contains(
              "The text shows only the status 403 for this download, and no reason. The server"
                  + " was therefore asked what would block it now.");
      assertThat(steps(found))
          .startsWith(NextStep.Kind.CHANGE_VERSION)
          .contains(NextStep.Kind.FIND_SERVER_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pypi-remote", "pypi-remote-cache"})
    void ofARemoteRepositoryIsExplainedByItsWatches(String key) {
      platform
          .remote("pypi-remote")
          .policy("p", BLOCK)
          .watch("w", "p", repository("pypi-remote", "remote"));

      assertThat(refused(BASE + key + "/08/e3/x-1.0.tar.gz").causes())
          .extracting(BlockCause::watch)
          .containsExactly("w");
    }

    @Test
    void ofAVirtualRepositoryIsExplainedByTheMembers() {
      platform
          .put(
              FakeXray.Kind.REPOSITORIES,
              "{'key':'all','rclass':'virtual','packageType':'maven','repositories':['libs']}")
          .local("libs", "")
          .policy("p", BLOCK)
          .watch("w", "p", repository("libs", "local"));

      assertThat(refused(BASE + "all/a/b-1.0.jar").causes())
          .extracting(BlockCause::member)
          .containsExactly(Optional.of("libs"));
    }

    @Test
    void ofNoWatchSaysWhereToLookNext() {
      platform.local("libs", "");

      BlockExplanation found = refused(BASE + "libs/a/b-1.0.jar");

      assertThat(text(found)).contains("No watch was found that would block the download.");
      assertThat(steps(found))
          .startsWith(
              NextStep.Kind.FIND_SERVER_ANSWER,
              NextStep.Kind.SHOW_MORE_OUTPUT,
              NextStep.Kind.COMPARE_ARTIFACTORY_INSTANCES,
              NextStep.Kind.CHECK_PERMISSIONS);
      says(found, "Check whether https://acme.example, which refused the download, belongs to");
    }

    @Test
    void ofTheServerThatIsAskedSuggestsToAskAgain() {
      platform.local("libs", "");

      BlockExplanation found = refused(platform.server.url() + "/artifactory/libs/a/b-1.0.jar");

      assertThat(steps(found))
          .startsWith(NextStep.Kind.ASK_AGAIN)
          .doesNotContain(NextStep.Kind.COMPARE_ARTIFACTORY_INSTANCES);
    }

    @Test
    void ofARepositoryThatTheServerDoesNotHaveIsSaid() {
      BlockExplanation found = refused(BASE + "elsewhere/a/b-1.0.jar");

      assertThat(found.notChecked())
          .extracting(NotChecked::what)
          .contains(NotChecked.Subject.REPOSITORY);
      says(found, "belongs to the platform that was asked");
    }

    @Test
    void behindAReverseProxyIsOfTheRepositoryThatTheServerHas() {
      platform.local("libs", "").policy("p", BLOCK).watch("w", "p", repository("libs", "local"));
      BlockedDownload refusal = BlockedDownload.builder()
          .kind(Kind.REFUSED_WITHOUT_REASON)
          .address("https://maven.acme.example/libs/org/acme/b/1.0/b-1.0.jar")
          .status(403)
          .text("403")
          .build();

      List<BlockExplanation> found = platform
          .downloads()
          .explain(List.of(refusal, refusal.toBuilder().text("4").build()));

      assertThat(found).allSatisfy(each -> {
        assertThat(each.repository()).contains("libs");
        assertThat(each.refusal().orElseThrow().repository()).contains("libs");
        assertThat(each.causes()).extracting(BlockCause::watch).containsExactly("w");
      });
      assertThat(platform.asked()).containsOnlyOnce("GET /artifactory/api/repositories");
    }

    @Test
    void ofAnAddressWithoutARepositoryIsNotExplained() {
      BlockedDownload refusal = BlockedDownload.builder()
          .kind(Kind.REFUSED_WITHOUT_REASON)
          .address("https://downloads.acme.example/b-1.0.jar")
          .status(403)
          .text("403")
          .build();

      BlockExplanation found = platform.downloads().explain(refusal);

      assertThat(found.repository()).isEmpty();
      assertThat(text(found))
          .contains(
              "Which repository refused it is not known, so the server could not be asked what"
                  + " would block it.");
      assertThat(found.causes()).isEmpty();
    }

    @Test
    void isNotPlacedIfTheRepositoriesCannotBeListed() {
      platform.server.forbid("/artifactory/api/repositories");
      BlockedDownload refusal = BlockedDownload.builder()
          .kind(Kind.REFUSED_WITHOUT_REASON)
          .address("https://maven.acme.example/libs/org/acme/b/1.0/b-1.0.jar")
          .status(403)
          .text("403")
          .build();

      BlockExplanation found = platform.downloads().explain(refusal);

      assertThat(found.notChecked())
          .singleElement()
          .extracting(NotChecked::sentence)
          .asString()
          .startsWith(
              "Whether the refused address names a repository of the server was not checked,"
                  + " because GET ")
          .contains("answered 403");
    }

    @Test
    void andAnotherRefusalAreTwoExplanations() {
      platform.local("libs", "").policy("p", BLOCK).watch("w", "p", repository("libs", "local"));

      List<BlockExplanation> found = platform
          .downloads()
          .explain("npm error 403 403 Forbidden - GET " + BASE + "libs/a/b-1.0.jar\n"
              + "words\n".repeat(100)
              + "npm error 403 403 Forbidden - GET " + BASE + "libs/a/c-1.0.jar\n");

      assertThat(found)
          .extracting(BlockExplanation::path)
          .containsExactly(Optional.of("a/b-1.0.jar"), Optional.of("a/c-1.0.jar"));
    }

    @Test
    void ofAnImageIsExplainedByItsManifest() {
      platform
          .local("images", "")
          .policy("p", BLOCK)
          .watch("w", "p", repository("images", "local"));

      BlockExplanation found = platform
          .downloads()
          .explain(BlockedDownload.builder()
              .kind(Kind.REFUSED_WITHOUT_REASON)
              .address("https://acme.example/v2/images/app/manifests/1.0")
              .status(403)
              .text("403")
              .build());

      assertThat(found.causes()).extracting(BlockCause::watch).containsExactly("w");
      assertThat(found.path()).contains("app/1.0/manifest.json");
      assertThat(steps(found)).contains(NextStep.Kind.CHECK_PULLED_IMAGES);
    }
  }

  @Nested
  class Guesses {
    @ParameterizedTest
    @CsvSource({
      "AUTH, probably refused because of missing or wrong credentials",
      "PERMISSION, probably refused because a permission is missing",
      "PROXY, 'probably refused with a web page, perhaps by a proxy'",
    })
    void areWordedAsSuch(Kind kind, String words) {
      BlockedDownload guess =
          BlockedDownload.builder().kind(kind).text("some words").build();

      BlockExplanation found = platform.downloads().explain(guess);

      assertThat(TextReport.of(List.of(found)).replaceAll("\\s+", " "))
          .contains("The download: " + words)
          .contains("This is only a guess from words of the text");
    }

    @ParameterizedTest
    @EnumSource(
        value = Kind.class,
        names = {"AUTH", "PERMISSION", "SUSPENDED", "PROXY"})
    void andAnswersDoNotRuleOutAPolicyThatTheServerDidNotRuleOut(Kind kind) {
      BlockedDownload refusal = BlockedDownload.builder()
          .kind(kind)
          .status(403)
          .count(1L)
          .line(1L)
          .text("no")
          .build();

      assertThat(TextReport.of(List.of(platform.downloads().explain(refusal))))
          .doesNotContain("not because of a policy", "No policy caused", "probably refused");
    }
  }
}
