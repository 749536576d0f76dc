package io.github.xrayclient.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.internal.error.ErrorAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XrayApiExceptionTest {
  private static final URI ADDRESS = URI.create("https://acme.example/x");

  @ParameterizedTest
  @CsvSource({
    "400, XrayBadRequestException",
    "401, XrayUnauthorizedException",
    "403, XrayForbiddenException",
    "404, XrayNotFoundException",
    "409, XrayConflictException",
    "429, XrayRateLimitedException",
    "418, XrayApiException",
    "503, XrayApiException"
  })
  void isMadeForATestDoubleInTheClassOfItsStatus(int status, String type) {
    XrayApiException e = XrayApiException.of("PUT", ADDRESS, status, "no", "never");

    assertThat(e.getClass().getSimpleName()).isEqualTo(type);
    assertThat(e).hasMessage("PUT https://acme.example/x answered " + status + ": no; never");
    assertThat(e.statusCode()).isEqualTo(status);
    assertThat(e.messages()).containsExactly("no", "never");
    assertThat(e.requestId()).isEmpty();
    assertThat(e.retryAfter()).isEmpty();
    assertThat(e.body()).isEmpty();
  }

  @Test
  void needsNoMessage() {
    assertThat(XrayApiException.of("GET", ADDRESS, 503))
        .hasMessage("GET https://acme.example/x answered 503");
  }

  @Test
  void keepsWhatItCarriesWhenItIsExplained() {
    XrayNotFoundException e = (XrayNotFoundException) ErrorAccess.get()
        .errorOf(new ErrorAnswer("GET", ADDRESS, 404)
            .messages(List.of("no"))
            .body("the body")
            .requestId(Optional.of("id"))
            .retryAfter(Optional.of(Duration.ofSeconds(3)))
            .serverVersion(Optional.of("3.1")));

    XrayNotFoundException explained = ErrorAccess.get().explained(e, "look elsewhere");

    assertThat(explained)
        .hasMessage("GET https://acme.example/x answered 404: no; look elsewhere")
        .hasCause(e);
    assertThat(explained.messages()).containsExactly("no");
    assertThat(explained.body()).isEqualTo("the body");
    assertThat(explained.requestId()).contains("id");
    assertThat(explained.retryAfter()).contains(Duration.ofSeconds(3));
    assertThat(explained.serverVersion()).contains("3.1");
  }
}
