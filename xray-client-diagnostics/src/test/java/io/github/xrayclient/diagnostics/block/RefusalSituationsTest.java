package io.github.xrayclient.diagnostics.block;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
