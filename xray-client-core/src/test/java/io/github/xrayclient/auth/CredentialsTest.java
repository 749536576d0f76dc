package io.github.xrayclient.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  @Nested
  class Refused {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "\n",
          "\t",
          "top-secret\n",
          "top\r\nsecret",
          "top secret",
          "top-sécret",
          "top-secret\u0000",
          "\u200btop-secret",
          "top-secret\u007f"
        })
    void asATokenOrKeyThatNoHeaderCanHold(String secret) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Credentials.bearer(secret))
          .withMessageStartingWith("token ")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("top", "secret\n"))
          .withNoCause();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Credentials.apiKey(secret))
          .withMessageStartingWith("key ")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("top"))
          .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "top\n", "\u0000top", "top\u0085"})
    void asAUserOrPasswordWithoutTextOrWithControls(String text) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Credentials.basic("user", text))
          .withMessageStartingWith("password ")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("top"));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Credentials.basic(text, "pw"))
          .withMessageStartingWith("user ")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("top"));
    }

    @Test
    void asAUserWithAColonWhichWouldMoveThePassword() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Credentials.basic("me:top", "pw"))
          .withMessageStartingWith("user ")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("top", "pw"));
    }
  }

  @Nested
  class Text {
    @Test
    void namesTheKindOnly() {
      assertThat(Credentials.bearer("abc")).hasToString("Credentials(bearer token)");
      assertThat(Credentials.basic("me", "abc")).hasToString("Credentials(user and password)");
      assertThat(Credentials.apiKey("abc")).hasToString("Credentials(API key)");
      assertThat(Credentials.anonymous()).hasToString("Credentials(anonymous)");
    }
  }
}
