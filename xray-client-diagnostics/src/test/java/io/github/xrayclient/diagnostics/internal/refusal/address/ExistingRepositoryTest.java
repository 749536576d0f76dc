package io.github.xrayclient.diagnostics.internal.refusal.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that name a repository only for somebody who knows which ones exist. */
class ExistingRepositoryTest {
  private static final Predicate<String> EXISTS =
      Set.of("libs-release", "docker-local", "team", "v2", "library")::contains;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://maven.acme.example/libs-release/org/acme/a-1.jar | libs-release | org/acme/a-1.jar",
        "https://acme.example/binaries/libs-release/a.jar | libs-release | a.jar",
        "https://acme.example/v2/team/web/manifests/v3 | team | web/v3/manifest.json",
        "https://acme.example:5001/v2/team/web/manifests/v3 | team | web/v3/manifest.json",
        "https://docker-local.acme.example/v2/web/manifests/v3 | docker-local | web/v3/manifest.json",
        "https://acme-docker-local.jfrog.io/v2/a/web/manifests/v3 | docker-local"
            + " | a/web/v3/manifest.json",
        // An address that names its repository is read as it is.
        "https://acme.example/artifactory/other/libs-release/a.jar | other | libs-release/a.jar",
      })
  void areFoundByTheirKeys(String url, String repository, String stored) {
    DownloadAddress address = DownloadAddress.parse(url, EXISTS).orElseThrow();

    assertThat(address.repository()).contains(repository);
    assertThat(address.storedPath()).contains(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://maven.acme.example/other/org/acme/a-1.jar",
        "https://maven.acme.example/libs-release",
        "https://acme.example/a/b/libs-release/a.jar",
        "https://nexus.acme.example/repository/libs-release/a.jar",
        "https://registry-1.docker.io/v2/team/web/manifests/v3",
        "https://github.com/team/web/archive/v3.zip",
        "https://acme.example/v2/token",
        "https://acme.example/artifactory/api/system/team/x"
      })
  void areNotFoundElsewhere(String url) {
    assertThat(DownloadAddress.parse(url, EXISTS).flatMap(DownloadAddress::repository))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "acme.example/team/web:v3, team",
    "docker-local.acme.example/web:v3, docker-local",
    "acme.example/library/web:v3, library",
    "acme.example/other/web:v3,"
  })
  void areFoundForImages(String reference, String repository) {
    assertThat(DownloadAddress.ofImage(reference, EXISTS).flatMap(DownloadAddress::repository))
        .isEqualTo(Optional.ofNullable(repository));
  }
}
