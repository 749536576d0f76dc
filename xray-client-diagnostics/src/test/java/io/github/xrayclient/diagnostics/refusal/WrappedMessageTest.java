package io.github.xrayclient.diagnostics.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import io.github.xrayclient.testsupport.Thorough;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A message is read the same way wherever it stands in a log, or its repository and path stay empty. */
class WrappedMessageTest {
  private static final List<String> REPOSITORIES =
      List.of("libs-release-local", "npm-remote-cache", "generic", "a.b_c", "docker-remote-cache");
  private static final List<String> PATHS = List.of(
      "org/acme/app/1.0/app-1.0.jar",
      "left-pad/-/left-pad-1.3.0.tgz",
      "library/redis/7/manifest.json",
      "pool/main/a/acme-tool/acme-tool_1.0_amd64.deb",
      "d9/5a/467724b0d6c1a4f8e44d1d1a0f7a4b5e9c3d2b1a0987654321/six-1.16.0-py2.py3-none-any.whl");

  @Test
  void ofXrayIsReadBehindEachPrefixIfItIsWrappedBetweenWords() {
    for (int seed = 0; seed < Thorough.count(1_000, 50_000); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String repository = REPOSITORIES.get(random.nextInt(REPOSITORIES.size()));
      String path = PATHS.get(random.nextInt(PATHS.size()));
      String log = new WrappedMessage(random).wrappedBetweenWords(xray(path, repository));

      List<BlockedDownload> found = RefusalLog.parse(log).refusals();

      assertThat(found).as("seed %d\n%s", seed, log).singleElement().satisfies(block -> {
        assertThat(block.kind()).isEqualTo(Kind.XRAY_BLOCK);
        assertThat(block.repository()).contains(repository);
        assertThat(block.path()).contains(path);
      });
    }
  }

  @Test
  void ofXrayIsReadRightOrNotIfATerminalCutIt() {
    int read = 0;
    int logs = Thorough.count(1_000, 50_000);
    for (int seed = 0; seed < logs; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String repository = REPOSITORIES.get(random.nextInt(REPOSITORIES.size()));
      String path = PATHS.get(random.nextInt(PATHS.size()));
      String log = new WrappedMessage(random).cutByTerminal(xray(path, repository));

      List<BlockedDownload> found = RefusalLog.parse(log).refusals();

      assertThat(found).as("seed %d\n%s", seed, log).allSatisfy(block -> {
        assertThat(block.repository().orElse(repository)).isEqualTo(repository);
        assertThat(block.path().orElse(path)).isEqualTo(path);
      });
      read += found.get(0).repository().isPresent() && found.get(0).path().isPresent() ? 1 : 0;
    }
    assertThat(read).isGreaterThan(logs * 8 / 10);
  }

  @Test
  void ofCurationIsReadBehindEachPrefixIfItIsWrappedBetweenWords() {
    for (int seed = 0; seed < Thorough.count(1_000, 50_000); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String log = new WrappedMessage(random).wrappedBetweenWords(curation());

      List<BlockedDownload> found = RefusalLog.parse(log).refusals();

      assertThat(found).as("seed %d\n%s", seed, log).singleElement().satisfies(block -> {
        assertThat(block.kind()).isEqualTo(Kind.CURATION_BLOCK);
        CurationRefusal curation = block.curation().orElseThrow();
        assertThat(curation.packageName()).contains("lodash");
        assertThat(curation.packageVersion()).contains("4.17.20");
        assertThat(curation.policies()).singleElement().satisfies(policy -> {
          assertThat(policy.policy()).isEqualTo("no-cve");
          assertThat(policy.explanation())
              .contains("Package version contains the following vulnerability: CVE-2021-23337");
          assertThat(policy.recommendation()).contains("Upgrade to the following version: 4.17.21");
        });
      });
    }
  }

  @Test
  void ofCurationIsReadRightOrNotIfATerminalCutIt() {
    for (int seed = 0; seed < Thorough.count(1_000, 50_000); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String log = new WrappedMessage(random).cutByTerminal(curation());

      List<BlockedDownload> found = RefusalLog.parse(log).refusals();

      assertThat(found).as("seed %d\n%s", seed, log).allSatisfy(block -> {
        assertThat(block.repository()).isEmpty();
        assertThat(block.path()).isEmpty();
        Optional<CurationRefusal> curation = block.curation();
        assertThat(curation.flatMap(CurationRefusal::packageName).orElse("lodash"))
            .isEqualTo("lodash");
      });
    }
  }

  private static String xray(String path, String repository) {
    return "Artifact download request rejected: " + path + " was not downloaded due to the download"
        + " blocking policy configured in Xray for " + repository + ".";
  }

  private static String curation() {
    return "Package lodash:4.17.20 download was blocked by JFrog Packages Curation service due to"
        + " the following policies violated {no-cve, CVE with CVSS score of 9 or above, Package"
        + " version contains the following vulnerability: CVE-2021-23337, Upgrade to the following"
        + " version: 4.17.21}. [waivers allowed]";
  }
}
