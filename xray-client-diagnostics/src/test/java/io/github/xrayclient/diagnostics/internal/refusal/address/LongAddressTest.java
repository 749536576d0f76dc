package io.github.xrayclient.diagnostics.internal.refusal.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.testsupport.Thorough;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads addresses that are longer than any file can have. */
class LongAddressTest {
  private static final int LENGTH = Thorough.count(100_000, 200_000);

  private static final List<String> BEFORE = List.of(
      "https://",
      "https://u:",
      "https://acme.example/",
      "https://acme.example/v2/",
      "https://acme.example/artifactory/libs/",
      "https://acme.example/artifactory/api/npm/r/",
      "https://acme.example/artifactory/api/pypi/r/",
      "https://acme.example/artifactory/api/go/r/",
      "https://acme.example/artifactory/api/nuget/r/",
      "https://acme.example/artifactory/api/docker/r/v2/");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1-",
        "a-1.",
        "1.",
        "a.",
        "-/",
        "/-/",
        "/@a",
        "a/",
        "_1",
        "@",
        "@a.",
        ":@/",
        "%41",
        "x",
        "//",
        "1-1/",
        ".1-",
        "v2/manifests/",
        "!a",
        "../"
      })
  @Timeout(20)
  void areReadInLinearTime(String repeated) {
    String end = repeated.repeat(LENGTH / repeated.length());
    for (String start : BEFORE) {
      DownloadAddress.parse(start + end).ifPresent(address -> {
        assertThat(address.storedPath()).isEmpty();
        assertThat(address.packagePath().isPresent()
                && address.isPackage("a", Optional.empty())
                && address.isFile(end))
            .isFalse();
      });
      assertThat(DownloadAddress.plain(start + end)).isNotNull();
      assertThat(DownloadAddress.ofMaven(end, start + end)).isEmpty();
      assertThat(DownloadAddress.ofImage(start + end)).isEmpty();
      assertThat(PackagePath.read("pypi", end)).isEmpty();
    }
  }

  @Test
  void nameTheirRepositoryAllTheSame() {
    String url = "https://acme.example/artifactory/libs/" + "a/".repeat(1_000) + "b.jar";

    assertThat(DownloadAddress.parse(url).flatMap(DownloadAddress::repository)).contains("libs");
    assertThat(DownloadAddress.parse(url).flatMap(DownloadAddress::storedPath)).isEmpty();
  }
}
