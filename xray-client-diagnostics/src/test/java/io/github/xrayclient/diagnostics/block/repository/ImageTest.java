package io.github.xrayclient.diagnostics.block.repository;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.UNSCANNED;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static io.github.xrayclient.diagnostics.block.Platform.matched;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.block.PlatformFixture;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.RequestedImage;
import io.github.xrayclient.diagnostics.report.TextReport;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images are blocked at their manifests, and never at a layer alone. */
class ImageTest extends PlatformFixture {
  private static final String HEX = "0123456789abcdef".repeat(4);

  @BeforeEach
  void images() {
    platform
        .put(
            Kind.REPOSITORIES,
            "{'key':'hub','rclass':'remote','packageType':'docker','xrayIndex':true}")
        .local("libs", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "library/redis/7/manifest.json | MANIFEST | library/redis/7/manifest.json,library/redis/7/list.manifest.json",
        "redis/7/list.manifest.json | MANIFEST | redis/7/list.manifest.json,redis/7/manifest.json",
        "redis/sha256__HEX/manifest.json | MANIFEST | redis/sha256__HEX/manifest.json",
        "redis/sha256:HEX/manifest.json | MANIFEST | redis/sha256__HEX/manifest.json",
        "/redis/7/ | IMAGE | redis/7/manifest.json,redis/7/list.manifest.json",
        "redis/sha256:HEX | IMAGE | redis/sha256__HEX/manifest.json",
        "a/redis/7/sha256__HEX | LAYER | a/redis/7/manifest.json,a/redis/7/list.manifest.json,a/redis/7/sha256__HEX/manifest.json",
        "redis/blobs/sha256:HEX | LAYER | ''",
      })
  void areExaminedByTheirManifests(String path, String part, String manifests) {
    RequestedImage image =
        platform.explain("hub", path.replace("HEX", HEX)).image().orElseThrow();

    assertThat(image.part().name()).isEqualTo(part);
    assertThat(String.join(",", image.manifests())).isEqualTo(manifests.replace("HEX", HEX));
  }

  @Test
  void areNotInRepositoriesOfOtherTypes() {
    assertThat(platform.explain("libs", "web/app/manifest.json").image()).isEmpty();
    assertThat(platform.explain("libs", "a/b.jar").image()).isEmpty();
  }

  @Test
  void haveTheViolationOfTheManifestForALayer() {
    platform
        .policy("p", BLOCK)
        .watch("w", "p", allRepositories())
        .put(
            Kind.VIOLATIONS,
            "{'violation_id':'1','watch_name':'w','impacted_artifacts':['default/hub/redis/7/'],"
                + "'matched_policies':[" + matched("p", "'is_blocking':true") + "]}");

    BlockExplanation found = platform.explain("hub", "redis/7/sha256__" + HEX);

    assertThat(found.causes()).extracting(BlockCause::verdict).containsExactly(Verdict.CONFIRMED);
    assertThat(TextReport.of(List.of(found)).replaceAll("\\s+", " "))
        .contains("Layers are not blocked by themselves, only manifests are. The answer is about"
            + " \"redis/7/manifest.json\" and \"redis/7/list.manifest.json\"");
  }

  @Test
  void haveTheScanOfTheManifestListInTheCache() {
    platform
        .policy("p", UNSCANNED)
        .watch("w", "p", allRepositories())
        .scan("hub-cache", "redis/7/list.manifest.json", "DONE");

    assertThat(platform.explain("hub", "redis/7/manifest.json").causes()).isEmpty();
  }

  @Test
  void areAskedAboutAgainIfTheManifestOfALayerIsNotKnown() {
    platform.policy("p", BLOCK + "," + UNSCANNED).watch("w", "p", allRepositories());

    BlockExplanation found = platform.explain("hub", "redis/blobs/sha256:" + HEX);

    assertThat(found.nextSteps())
        .extracting(NextStep::kind)
        .startsWith(NextStep.Kind.ASK_ABOUT_MANIFEST);
    assertThat(platform.requests("/xray/api/v1/violations")).isEmpty();
  }

  @Test
  void ofARemoteRepositoryThatCannotBeLookedUpAreAlsoSoughtInItsCache() {
    platform
        .policy("p", UNSCANNED)
        .watch("w", "p", allRepositories())
        .scan("other-cache", "redis/7/manifest.json", "DONE")
        .server
        .forbid("/artifactory");

    assertThat(platform.explain("other", "redis/7/manifest.json").causes()).isEmpty();
  }
}
