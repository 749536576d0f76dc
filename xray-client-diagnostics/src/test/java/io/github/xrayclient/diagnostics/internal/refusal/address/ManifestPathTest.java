package io.github.xrayclient.diagnostics.internal.refusal.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestPathTest {
  @ParameterizedTest
  @CsvSource({
    "redis/7/list.manifest.json, redis/7/manifest.json",
    "redis/7/manifest.json, redis/7/manifest.json",
    "list.manifest.json, manifest.json",
    "a/mylist.manifest.json, a/mylist.manifest.json",
    "a/list.manifest.json.asc, a/list.manifest.json.asc",
    "list.manifest.json/a, list.manifest.json/a"
  })
  void isComparedWithoutTheNumberOfPlatforms(String path, String normal) {
    assertThat(ManifestPath.normal(path)).isEqualTo(normal);
  }

  @ParameterizedTest
  @CsvSource({
    "redis/7/list.manifest.json, redis/7",
    "redis/7/manifest.json, redis/7",
    "manifest.json,",
    "/manifest.json,",
    "a/mymanifest.json,"
  })
  void isInTheFolderOfItsTag(String path, String folder) {
    assertThat(ManifestPath.folder(path).orElse(null)).isEqualTo(folder);
    assertThat(ManifestPath.isManifest(path)).isEqualTo(folder != null);
  }

  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void isReadInLinearTime() {
    String path = "a/".repeat(500_000);

    assertThat(ManifestPath.normal(path)).isEqualTo(path);
  }
}
