package io.github.xrayclient;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xrayclient.auth.Credentials;
import org.junit.jupiter.api.Test;

class XrayUrlMessageTest {
  @Test
  void namesTheArgumentThatIsNotEncrypted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XrayClient.builder()
            .baseUrl("https://acme.example")
            .xrayUrl("http://x.example:8046")
            .credentials(Credentials.anonymous())
            .build())
        .withMessageStartingWith("the URL of Xray http://x.example:8046");
  }
}
