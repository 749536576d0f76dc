package io.github.xrayclient.ignorerule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Filters that are limited to one artifact. */
class NarrowestFiltersTest {
  private static final List<String> FILE = List.of("default/libs/org/acme/app.jar");
  private static final List<String> IMAGE = List.of("default/docker/team/web/1.2/manifest.json");

  private static IgnoreFilters filters(IgnoreTarget... artifacts) {
    return IgnoreFilters.builder().addCve("CVE-1").artifacts(List.of(artifacts)).build();
  }

  private static List<IgnoreTarget> artifacts(IgnoreFilters filters, List<String> locations) {
    return NarrowestFilters.inArtifact(filters, locations).artifacts();
  }

  @Test
  void nameOnlyTheArtifactThatWasAskedFor() {
    IgnoreFilters several = filters(IgnoreTarget.of("other.jar"), IgnoreTarget.of("app.jar"));

    assertThat(artifacts(several, FILE)).containsExactly(IgnoreTarget.of("app.jar"));
  }

  @Test
  void nameAnImageByItsNameAndTag() {
    assertThat(artifacts(filters(), IMAGE)).containsExactly(IgnoreTarget.of("team/web", "1.2"));
  }

  @Test
  void nameTheArtifactIfTheViolationNamesNoneOrOnlyOthers() {
    assertThat(artifacts(filters(), FILE)).containsExactly(IgnoreTarget.of("app.jar"));
    assertThat(artifacts(filters(IgnoreTarget.of("a"), IgnoreTarget.of("b")), FILE))
        .containsExactly(IgnoreTarget.of("app.jar"));
  }

  @Test
  void keepTheOnlyNameThatTheServerGives() {
    assertThat(artifacts(filters(IgnoreTarget.of("team/web", "sha256:ab")), IMAGE))
        .containsExactly(IgnoreTarget.of("team/web", "sha256:ab"));
  }

  @Test
  void stayAsTheyAreForAGitRepository() {
    IgnoreFilters git = filters().toBuilder().addGitRepository("acme/shop").build();

    assertThat(NarrowestFilters.inArtifact(git, FILE)).isEqualTo(git);
  }

  @Test
  void needALocation() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NarrowestFilters.inArtifact(filters(), List.of()))
        .withMessageContaining("locations");
  }
}
