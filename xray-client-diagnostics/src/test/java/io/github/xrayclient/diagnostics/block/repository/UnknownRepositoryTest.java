package io.github.xrayclient.diagnostics.block.repository;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.block.PlatformFixture;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.testing.FakeXray.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * If a repository cannot be looked up, it may be virtual or belong to a project, so that an
 * explanation without causes does not mean that nothing blocks the download.
 */
class UnknownRepositoryTest extends PlatformFixture {
  @BeforeEach
  void watchOnAnotherRepository() {
    platform.local("libs", "").policy("p", BLOCK).watch("w", "p", repository("other", "local"));
  }

  private void isIncomplete(Subject because) {
    BlockExplanation found = platform.explain();

    assertThat(found.causes()).isEmpty();
    assertThat(found.isComplete()).isFalse();
    assertThat(found.notChecked())
        .filteredOn(NotChecked::mayHideCauses)
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.what()).isEqualTo(because);
          assertThat(entry.sentence())
              .containsIgnoringCase("watches of its project may block the download");
        });
  }

  @Test
  void isAnsweredCompletelyIfItIsLookedUp() {
    assertThat(platform.explain().isComplete()).isTrue();
  }

  @Test
  void isAnsweredIncompletelyIfNothingIsKnownAboutIt() {
    platform.server.forbid("/artifactory");

    isIncomplete(Subject.REPOSITORY);
  }

  @Test
  void isAnsweredIncompletelyIfOnlyItsClassIsKnown() {
    platform
        .put(
            Kind.INDEXED_REPOSITORIES,
            "{'bin_mgr_id':'default','indexed_repos':[{'name':'libs','type':'local'}]}")
        .server
        .forbid("/artifactory");

    isIncomplete(Subject.REPOSITORY_PROJECT);
  }
}
