package io.github.xrayclient.diagnostics.block.repository;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static io.github.xrayclient.diagnostics.block.Platform.matched;
import static io.github.xrayclient.diagnostics.block.Platform.refusal;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.block.BlockingSetup;
import io.github.xrayclient.diagnostics.block.PlatformFixture;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.MissingRepository;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.report.HtmlReport;
import io.github.xrayclient.diagnostics.report.JsonReport;
import io.github.xrayclient.diagnostics.report.MarkdownReport;
import io.github.xrayclient.diagnostics.report.TextReport;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A repository that the server does not have is said to be missing before anything else. */
class MissingRepositoryTest extends PlatformFixture {
  @BeforeEach
  void repositories() {
    platform
        .remote("npm-remote")
        .remote("npm-release")
        .local("libs-release-local", "")
        .policy("p", BLOCK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "npm-remot          | npm-remote",
        "npm-remtoe         | npm-remote",
        "NPM-remote         | npm-remote",
        "libs-release       | libs-release-local",
        "npm-remote-caches  | npm-remote",
        "npm-remot-cache    | npm-remote",
        "remote-npm         | npm-remote",
        "pypi-hosted        | ''",
        "xy                 | ''",
      })
  void hasSimilarKeys(String key, String first) {
    MissingRepository missing =
        platform.explain(key, "a/b.jar").missingRepository().orElseThrow();

    assertThat(missing.key()).isEqualTo(key);
    assertThat(missing.similar().stream().findFirst().orElse("")).isEqualTo(first);
  }

  @Test
  void isSaidFirstInEveryReport() {
    List<BlockExplanation> found = List.of(platform.explain("npm-remot", "a/-/a-1.tgz"));
    String sentence = "The server has no repository \"npm-remot\" that these credentials can see."
        + " Repositories with similar keys: \"npm-remote\".";

    assertThat(TextReport.of(found).replaceAll("\\s+", " "))
        .startsWith("a/-/a-1.tgz in repository npm-remot: ")
        .contains(sentence);
    assertThat(TextReport.of(found).indexOf("The server has no"))
        .isLessThan(TextReport.of(found).indexOf("Causes"));
    assertThat(MarkdownReport.of(found)).contains("The server has no repository");
    assertThat(HtmlReport.of(found)).contains("The server has no repository");
    assertThat(JsonReport.tree(found.get(0)).at("/missingRepository"))
        .hasToString("{\"key\":\"npm-remot\",\"similar\":[\"npm-remote\"]}");
    assertThat(found.get(0).nextSteps().get(0).kind())
        .isEqualTo(NextStep.Kind.CHECK_REPOSITORY_KEY);
  }

  @Test
  void isNoAnswerWithoutCauses() {
    assertThat(platform.explain("npm-remot", "a").isComplete()).isFalse();
    assertThat(platform.explain("npm-remote", "a").isComplete()).isTrue();
  }

  @Test
  void isOnlyPossiblyCovered() {
    platform.watch("w", "p", allRepositories());

    assertThat(platform.explain("libs", "a/b.jar").causes()).singleElement().satisfies(cause -> {
      assertThat(cause.verdict()).isEqualTo(Verdict.POSSIBLE);
      assertThat(cause.reason())
          .endsWith("only if repository \"libs\", which these credentials cannot see, exists.");
    });
  }

  @Test
  void existsIfItHasAViolation() {
    platform
        .watch("w", "p", allRepositories())
        .violation("1", "w", matched("p", "'is_blocking':true"));

    BlockExplanation found = platform.explain();

    assertThat(found.causes()).extracting(BlockCause::verdict).containsExactly(Verdict.CONFIRMED);
    assertThat(found.missingRepository()).isEmpty();
  }

  @Test
  void isNotMissingIfXrayKnowsIt() {
    platform.put(
        Kind.INDEXED_REPOSITORIES,
        "{'bin_mgr_id':'default','indexed_repos':[{'name':'libs','type':'local'}]}");

    assertThat(platform.explain().missingRepository()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/artifactory/api/repositories,libs", "/artifactory/api/repositories/npm,npm"})
  void isNotMissingIfThatMayNotBeRead(String forbidden, String key) {
    platform.server.forbid(forbidden);

    assertThat(platform.explain(key, "a").missingRepository()).isEmpty();
  }

  @Test
  void isNotMissingIfItIsACache() {
    assertThat(platform.explain("npm-remote-cache", "a").missingRepository()).isEmpty();
  }

  @Test
  void isSaidAboutARefusalToo() {
    assertThat(platform.downloads().explain(refusal("libs", "a/b.jar")))
        .extracting(
            found -> found.missingRepository().map(MissingRepository::key).orElse(""))
        .containsExactly("libs");
  }

  @Test
  void isSaidAboutWhatCoversIt() {
    platform.watch("w", "p", repository("libs", "local"));

    assertThat(BlockingSetup.of(platform.xray).whatCovers("libs").missingRepository())
        .isPresent();
  }
}
