package io.github.xrayclient.error;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import org.junit.jupiter.api.Test;

/** An inactive instance whose page stands on the platform itself. */
@WireMockTest
class InactiveInstanceTest {
  @Test
  void isNamedThoughItsPageIsOnTheSameOrigin(WireMockRuntimeInfo server) {
    stubFor(any(anyUrl())
        .willReturn(aResponse()
            .withHeader("Content-Type", "text/html")
            .withBody("<html>Reactivate</html>")));
    stubFor(any(urlEqualTo("/xray/x"))
        .willReturn(aResponse().withStatus(302).withHeader("Location", "/reactivate-server/acme")));
    try (XrayClient xray = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.anonymous())
        .build()) {
      assertThat(catchThrowable(
              () -> xray.call("GET", "/xray/x").readAs(JsonNode.class).send()))
          .isInstanceOf(XrayApiException.class)
          .hasMessageContaining("not active");
    }
  }
}
