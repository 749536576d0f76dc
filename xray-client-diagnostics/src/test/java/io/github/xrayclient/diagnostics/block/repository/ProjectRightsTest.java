package io.github.xrayclient.diagnostics.block.repository;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xrayclient.diagnostics.block.BlockingSetup;
import io.github.xrayclient.diagnostics.block.Platform;
import io.github.xrayclient.diagnostics.block.PlatformFixture;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.error.XrayForbiddenException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Project administrators may read the policies and watches of their project, but not those of the server. */
class ProjectRightsTest extends PlatformFixture {
  private static final String POLICIES = "/xray/api/v2/policies?";
  private static final String WATCHES = "/xray/api/v2/watches?";

  @BeforeEach
  void setUp() {
    platform
        .local("libs", ",'projectKey':'alpha'")
        .local("shared", ",'projectKey':''")
        .policy("p", BLOCK)
        .watch("w", "'active':true,'project_key':'alpha'", "p", allRepositories())
        .watch("v", "'active':true", "p", allRepositories())
        .server
        .forbid(WATCHES);
  }

  @ParameterizedTest
  @ValueSource(strings = {WATCHES, POLICIES})
  void giveAnAnswerThatSaysWhatWasNotRead(String alsoForbidden) {
    platform.server.forbid(alsoForbidden);

    BlockExplanation found = platform.explain();

    assertThat(found.causes())
        .extracting(BlockCause::watch, BlockCause::verdict)
        .contains(tuple("w", Verdict.LIKELY));
    assertThat(found.notChecked()).extracting(NotChecked::what).contains(Subject.WATCHES);
    assertThat(found.isComplete()).isFalse();
    assertThat(platform.requests("/xray/api/v2/watches")).hasSizeLessThan(3);
  }

  @Test
  void giveNoAllClear() {
    platform.server.clear();
    platform.local("libs", ",'projectKey':'alpha'");

    BlockExplanation found = platform.explain();

    assertThat(found.causes()).isEmpty();
    assertThat(found.isComplete()).isFalse();
    assertThat(found.notChecked())
        .filteredOn(entry -> entry.what() == Subject.WATCHES)
        .singleElement()
        .satisfies(entry -> assertThat(entry.because()).contains("403"));
  }

  @Test
  void giveNoAnswerAboutARepositoryOutsideTheProject() {
    assertThatThrownBy(() -> platform.explain("shared", "a/b.jar"))
        .isInstanceOf(XrayForbiddenException.class)
        .hasMessageContaining("Manage Watches");
    assertThat(platform.requests("/xray/api/v1/violations")).isEmpty();
  }

  @Test
  void giveAnAnswerAboutEachRefusalOfALogInItsOrder() {
    List<BlockExplanation> found = platform
        .downloads()
        .explain(Platform.refusal("shared", "x.jar") + "\n" + Platform.refusal("libs", "a/b.jar"));

    assertThat(found)
        .extracting(explanation -> explanation.repository().orElseThrow())
        .containsExactly("shared", "libs");
    assertThat(found).noneMatch(BlockExplanation::isComplete);
    assertThat(found.get(1).causes()).extracting(BlockCause::watch).contains("w");
  }

  @Test
  void areEnoughForWhatCovers() {
    assertThat(BlockingSetup.of(platform.xray).whatCovers("libs")).satisfies(covering -> {
      assertThat(covering.watches()).extracting(watch -> watch.watch()).contains("w");
      assertThat(covering.notChecked()).extracting(NotChecked::what).contains(Subject.WATCHES);
    });
  }
}
