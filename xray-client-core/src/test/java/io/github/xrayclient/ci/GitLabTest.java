package io.github.xrayclient.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GitLabTest {
  @Test
  void readsTheVariableThatTheJobNames() {
    GitLab tokens = GitLab.idTokens("JFROG_ID_TOKEN", Map.of("JFROG_ID_TOKEN", "eyJ.id.token\n"));

    assertThat(tokens.get()).isEqualTo("eyJ.id.token");
    assertThat(tokens).hasToString("GitLab(JFROG_ID_TOKEN)");
  }

  @Test
  void keepsTheTokenIfTheMapChanges() {
    Map<String, String> environment = new HashMap<>(Map.of("JFROG_ID_TOKEN", "eyJ.id.token"));
    GitLab tokens = GitLab.idTokens("JFROG_ID_TOKEN", environment);
    environment.clear();

    assertThat(tokens.get()).isEqualTo("eyJ.id.token");
  }

  @Test
  void saysAtOnceHowToSetAMissingVariable() {
    assertThatIllegalStateException()
        .isThrownBy(() -> GitLab.idTokens("JFROG_ID_TOKEN", Map.of("JFROG_ID_TOKEN", " ")))
        .withMessageContainingAll("JFROG_ID_TOKEN is not set", "id_tokens", ".gitlab-ci.yml");
  }

  @Test
  void needsTheNameOfTheVariable() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GitLab.idTokens(" ", Map.of()))
        .withMessageContaining("variable must not be blank");
  }
}
