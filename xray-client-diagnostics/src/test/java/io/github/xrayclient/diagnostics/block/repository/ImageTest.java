package io.github.xrayclient.diagnostics.block.repository;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.UNSCANNED;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static io.github.xrayclient.diagnostics.block.Platform.matched;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.block.Platform;
import io.github.xrayclient.diagnostics.block.PlatformFixture;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RequestedImage;
import io.github.xrayclient.diagnostics.report.TextReport;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://acme.example/v2/hub/team/app/blobs/sha256:HEX",
        "https://acme.example/artifactory/api/docker/hub/v2/team/app/blobs/sha256:HEX"
      })
  void areToldOfByTheRefusedAddressOfALayer(String address) {
    platform.policy("p", BLOCK).watch("w", "p", allRepositories());

    BlockExplanation found = platform
        .downloads()
        .explain("GET " + address.replace("HEX", HEX) + " 403 Forbidden")
        .get(0);

    assertThat(found.repository()).contains("hub");
    assertThat(found.path()).isEmpty();
    assertThat(found.image()).hasValueSatisfying(image -> {
      assertThat(image.part()).isEqualTo(RequestedImage.Part.LAYER);
      assertThat(image.name()).contains("team/app");
      assertThat(image.sentence())
          .isEqualTo("The download is a layer of image \"team/app\". Layers are not blocked by"
              + " themselves, only manifests are. It is not known to which manifest the layer"
              + " belongs, so none was examined.");
    });
    assertThat(found.causes()).singleElement().satisfies(cause -> {
      assertThat(cause.verdict()).isEqualTo(Verdict.POSSIBLE);
      assertThat(cause.reason())
          .contains("only if it blocks the manifest to which the layer belongs");
    });
    assertThat(found.notChecked())
        .extracting(NotChecked::what)
        .contains(NotChecked.Subject.VIOLATIONS);
    assertThat(found.nextSteps())
        .filteredOn(step -> step.kind() == NextStep.Kind.ASK_ABOUT_MANIFEST)
        .singleElement()
        .satisfies(step -> assertThat(step.text())
            .contains("team/app/TAG/manifest.json", "such as a missing permission"));
  }

  @Test
  void areExaminedForARefusalOfALayerWithItsTag() {
    platform
        .policy("p", BLOCK)
        .watch("w", "p", allRepositories("{'type':'path-regex','value':'manifest.json$'}"));

    BlockExplanation found = platform
        .downloads()
        .explain(Platform.refusal("hub", "team/app/1.2/sha256__" + HEX))
        .get(0);

    assertThat(found.path()).contains("team/app/1.2/sha256__" + HEX);
    assertThat(found.causes()).extracting(BlockCause::verdict).containsExactly(Verdict.LIKELY);
    assertThat(platform.requests("/xray/api/v1/violations").get(0).json().toString())
        .contains("team/app/1.2/manifest.json", "team/app/1.2/list.manifest.json")
        .doesNotContain("team/app/1.2/sha256__" + HEX + "\"");
  }

  @Test
  void areNotThoseOfAFileWithTheNameOfADigestInAnotherRepository() {
    platform.policy("p", BLOCK).watch("w", "p", allRepositories());

    BlockExplanation found = platform.explain("libs", "a/1.2/sha256__" + HEX);

    assertThat(found.image()).isEmpty();
    assertThat(found.causes()).extracting(BlockCause::verdict).containsExactly(Verdict.LIKELY);
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
