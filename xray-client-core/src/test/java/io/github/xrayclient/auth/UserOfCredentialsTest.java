package io.github.xrayclient.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.XrayClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserOfCredentialsTest {
  private static Optional<String> user(Credentials credentials) {
    try (XrayClient xray = XrayClient.builder()
        .baseUrl("https://acme.example")
        .credentials(credentials)
        .build()) {
      return xray.user();
    }
  }

  private static String token(String claims) {
    String body = Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return "e30." + body + ".c2ln";
  }

  @Test
  void isTheUserOfAPassword() {
    assertThat(user(Credentials.basic("älice", "a:b"))).contains("älice");
  }

  @ParameterizedTest
  @CsvSource({
    "jfac@01abc/users/alice, alice",
    "jfrt@01abc/users/a/b, a/b",
    "jffe@000/alice, alice",
    "alice, alice"
  })
  void isTheSubjectOfAToken(String subject, String name) {
    assertThat(user(Credentials.bearer(token("{\"sub\":\"" + subject + "\"}")))).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"sub\":7}", "{\"sub\":\"\"}", "{\"sub\":\"x/users/\"}", "[", ""})
  void isNotKnownIfTheTokenDoesNotContainIt(String claims) {
    assertThat(user(Credentials.bearer(token(claims)))).isEmpty();
  }

  @Test
  void isNotKnownForOtherCredentials() {
    assertThat(user(Credentials.anonymous())).isEmpty();
    assertThat(user(Credentials.apiKey("key"))).isEmpty();
    assertThat(user(Credentials.bearer("reference-token"))).isEmpty();
    assertThat(user(Credentials.bearer("a.*.c"))).isEmpty();
  }
}
