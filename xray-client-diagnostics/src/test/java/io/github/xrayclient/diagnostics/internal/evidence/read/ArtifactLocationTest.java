package io.github.xrayclient.diagnostics.internal.evidence.read;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import org.junit.jupiter.api.Test;

@WireMockTest
class ArtifactLocationTest {
  @Test
  void equalsALocationWithItsRepositoryAndPath() {
    ArtifactLocation location = new ArtifactLocation("libs", "a/b.jar");

    assertThat(location)
        .isEqualTo(new ArtifactLocation("libs", "/a/b.jar"))
        .hasSameHashCodeAs(new ArtifactLocation("libs", "/a/b.jar"))
        .isNotEqualTo(new ArtifactLocation("other", "a/b.jar"))
        .isNotEqualTo(new ArtifactLocation("libs", "a/c.jar"))
        .isNotEqualTo("libs/a/b.jar");
  }

  @Test
  void keepsAViolationOfAnotherArtifactFromProvingAnything(WireMockRuntimeInfo server) {
    stubFor(get("/xray/api/v2/policies").willReturn(okJson("[]")));
    stubFor(get("/xray/api/v2/watches").willReturn(okJson("[]")));
    stubFor(post("/xray/api/v1/violations")
        .willReturn(okJson("{\"total_violations\":1,\"violations\":[{\"violation_id\":\"1\","
            + "\"watch_name\":\"w\",\"impacted_artifacts\":[\"default/libs/other.jar\"],"
            + "\"matched_policies\":[{\"policy\":\"p\",\"is_blocking\":true}]}]}")));

    try (XrayClient xray = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.anonymous())
        .build()) {
      assertThat(causes(xray, "a.jar")).isZero();
      assertThat(causes(xray, "other.jar")).isOne();
    }
  }

  private static int causes(XrayClient xray, String path) {
    return BlockedDownloads.of(xray)
        .explain(RequestedArtifact.builder().repository("libs").path(path).build())
        .causes()
        .size();
  }
}
