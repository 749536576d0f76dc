package io.github.xrayclient.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Transport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Should a server repeat what it was sent, while calls with other tokens are under way. */
class RedactionTest {
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void hidesATokenThoughAnotherCallWasSentWithALaterOneMeanwhile() {
    XrayClient[] client = new XrayClient[1];
    Transport transport = new Transport() {
      @Override
      public ApiResponse send(ApiRequest request) {
        if (request.uri().getPath().equals("/other")) {
          return new ApiResponse(200, Map.of(), new byte[0]);
        }
        client[0].call("GET", "/other").send(); // as another thread would
        return new ApiResponse(
            403, Map.of(), "no rights for s3cr3t-1".getBytes(StandardCharsets.UTF_8));
      }

      @Override
      public void close() {}
    };
    try (XrayClient xray = XrayClient.builder()
        .baseUrl("https://acme.example")
        .credentials(
            Credentials.refreshing(() -> AccessToken.once("s3cr3t-" + asked.incrementAndGet())))
        .transport(transport)
        .build()) {
      client[0] = xray;

      XrayForbiddenException e = catchThrowableOfType(
          XrayForbiddenException.class, () -> xray.call("GET", "/x").send());

      assertThat(List.of(e.getMessage(), e.body()))
          .allSatisfy(text -> assertThat(text).contains("no rights").doesNotContain("s3cr3t-1"));
    }
  }
}
