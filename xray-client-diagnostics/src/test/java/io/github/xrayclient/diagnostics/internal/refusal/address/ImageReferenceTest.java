package io.github.xrayclient.diagnostics.internal.refusal.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
  private static final String HEX =
      "3b1c7a90f2d44e6b8c15a07d9e62f4835c0de19b7a48f6231d5e8b90c7a4f612";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acme.example/docker-virtual/team/api:v9 | docker-virtual | team/api/v9/manifest.json",
        "acme.example/docker/x:1 | docker | x/1/manifest.json",
        "127.0.0.1:28101/docker-virtual/library/redis:7 | docker-virtual"
            + " | library/redis/7/manifest.json",
        "docker://127.0.0.1:28101/docker-virtual/library/redis:7 | docker-virtual"
            + " | library/redis/7/manifest.json",
        "docker-image://acme.example/docker-virtual/team/api:v9 | docker-virtual"
            + " | team/api/v9/manifest.json",
        "//acme.example/docker-virtual/team/api:v9 | docker-virtual | team/api/v9/manifest.json",
        "oci://acme.example/helm-oci/charts/web:1.2.3 | helm-oci | charts/web/1.2.3/manifest.json",
        "localhost:8082/docker-local/api:v9 | docker-local | api/v9/manifest.json",
        "artifactory.acme.example:443/team-images/backend/api:v9 | team-images"
            + " | backend/api/v9/manifest.json",
        "acme.jfrog.io/images/api:v9 | images | api/v9/manifest.json",
        "acme.example/docker-virtual/api@sha256:" + HEX + " | docker-virtual | api/sha256__" + HEX
            + "/manifest.json",
        "acme.example/docker-virtual/api:v9@sha256:" + HEX + " | docker-virtual | api/sha256__"
            + HEX + "/manifest.json",
        "acme.example/docker-virtual/api@sha256:3b1c7a90f2d4 | docker-virtual |",
        "acme.example/docker-virtual/team/api | docker-virtual |",
        "u:p@acme.example/docker-virtual/team/api:v9 | docker-virtual | team/api/v9/manifest.json",
      })
  void namesARepository(String reference, String repository, String stored) {
    DownloadAddress address = DownloadAddress.ofImage(reference).orElseThrow();

    assertThat(address.repository()).contains(repository);
    assertThat(address.storedPath()).isEqualTo(Optional.ofNullable(stored));
    assertThat(address.address())
        .startsWith("https://")
        .contains("/v2/" + repository + "/")
        .doesNotContain("u:p");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker.acme.example/library/nginx:1.27", // the host names the repository
        "docker.acme.example/team/api:v9",
        "docker-local.acme.example/team/api:v9",
        "docker.acme.example/docker/dockerfile:1",
        "acme-docker-local.jfrog.io/team/api:v9",
        "acme.example:5001/team/api:v9", // the port names the repository
        "acme.example/library/nginx",
        "acme.example/docker-virtual:v9",
        "acme.example/team/api:v9", // it may be any registry
        "registry.acme.example/team/api:v9",
        "harbor.acme.example/artifactory/api:v9",
        "docker.io/library/builder:latest",
        "docker.io/docker-virtual/api:v9",
        "ghcr.io/acme/docker-local:1",
        "quay.io/docker-virtual/api:v9",
        "registry.k8s.io/docker-remote/pause:3.9",
        "mcr.microsoft.com/docker-remote/sdk:8.0",
        "europe-docker.pkg.dev/acme/docker-local/api:v9",
        "123456789012.dkr.ecr.eu-west-1.amazonaws.com/docker-local/api:v9",
        "registry.gitlab.com/docker-local/api/web:v9"
      })
  void namesNoRepositoryForCertain(String reference) {
    DownloadAddress address = DownloadAddress.ofImage(reference).orElseThrow();

    assertThat(address.repository()).isEmpty();
    assertThat(address.storedPath()).isEmpty();
    assertThat(address.type()).contains("docker");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "redis",
        "redis:7",
        "library/redis:7",
        "team/api:v9",
        "acme.example/",
        "acme.example/team/api:",
        "acme.example/team//api:v9",
        "acme.example/<repo>/api:v9",
        "acme.example/${REPO}/api:v9",
        "/var/lib/docker/x",
        "acme.example/team/api:v9: not found"
      })
  void isNoneWithoutAHostOrInAnotherForm(String text) {
    assertThat(DownloadAddress.ofImage(text)).isEmpty();
  }
}
