package io.github.xrayclient.diagnostics.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifest of a tag is stored as manifest.json, or as list.manifest.json for several platforms. */
class MultiPlatformImageTest {
  private static final String REQUEST =
      "GET https://acme.example/v2/docker-hub/library/redis/manifests/7 403 Forbidden\n";

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "list.manifest.json"})
  void isRefusedOnceByWordsAndRequest(String manifest) {
    assertThat(RefusalLog.parse(REQUEST + "line\n".repeat(60) + blocked("redis/7/" + manifest))
            .refusals())
        .singleElement()
        .satisfies(refusal -> {
          assertThat(refusal.kind()).isEqualTo(Kind.XRAY_BLOCK);
          assertThat(refusal.path()).contains("library/redis/7/" + manifest);
          assertThat(refusal.repository()).contains("docker-hub-cache");
          assertThat(refusal.address())
              .contains("https://acme.example/v2/docker-hub/library/redis/manifests/7");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "list.manifest.json"})
  void isRefusedOnceIfTheFileItselfIsAskedFor(String asked) {
    String request = "GET https://acme.example/artifactory/docker-hub/library/redis/7/" + asked
        + " 403 Forbidden\n";

    assertThat(
            RefusalLog.parse(request + "line\n".repeat(60) + blocked("redis/7/list.manifest.json"))
                .refusals())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.XRAY_BLOCK));
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "list.manifest.json"})
  void isRefusedOnceIfDockerTellsItBeforeTheMessage(String manifest) {
    String docker = "Error response from daemon: pull access denied for"
        + " acme.example/docker-hub/library/redis, repository does not exist or may require"
        + " 'docker login'\n";

    assertThat(RefusalLog.parse(docker + blocked("redis/7/" + manifest)).refusals())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.XRAY_BLOCK));
  }

  @Test
  void isAnotherOneThanThatOfAnotherTag() {
    assertThat(RefusalLog.parse(REQUEST + blocked("redis/8/list.manifest.json"))
            .refusals()
            .get(0)
            .address())
        .isEmpty();
  }

  private static String blocked(String path) {
    return "Artifact download request rejected: library/" + path + " was not downloaded due to the"
        + " download blocking policy configured in Xray for docker-hub-cache.\n";
  }
}
