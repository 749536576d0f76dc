package io.github.xrayclient.diagnostics.internal.refusal.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadAddressTest {
  private static final String ART = "https://acme.example/artifactory/";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api/npm/r/demo/-/demo-1.3.0.tgz | npm | demo | 1.3.0",
        "api/npm/r/left-demo/-/left-demo-1.3.0-beta.1.tgz | npm | left-demo | 1.3.0-beta.1",
        "api/npm/r/@acme/core/-/core-2.0.1.tgz | npm | @acme/core | 2.0.1",
        "api/npm/r/@acme%2fcore/-/@acme/core-2.0.1.tgz | npm | @acme/core | 2.0.1",
        "api/curation/audit/api/npm/r/demo/-/demo-1.tgz | npm | demo | 1",
        "api/pypi/r/packages/packages/08/e3/0a/demo_pkg-1.2-py3-none-any.whl#sha256=a | pypi"
            + " | demo-pkg | 1.2",
        "api/pypi/r/packages/demo-pkg/1.2/demo-pkg-1.2.tar.gz | pypi | demo-pkg | 1.2",
        "r/org/acme/app/2.0/app-2.0.jar | maven | org.acme:app | 2.0",
        "r-cache/org/acme/app/2.1-SNAPSHOT/app-2.1-20260330.054552-3-sources.jar | maven"
            + " | org.acme:app | 2.1-SNAPSHOT",
        "api/go/r/acme.example/!acme/tool/@v/v1.2.3.zip | go | acme.example/Acme/tool | v1.2.3",
        "api/nuget/v3/r/registration-semver2/Download/acme.old/1.0.0 | nuget | acme.old | 1.0.0",
        "api/v3/nuget/r/Download/acme.old/1.0.0 | nuget | acme.old | 1.0.0",
        "api/nuget/r/Download/acme.old/1.0.0 | nuget | acme.old | 1.0.0",
        "api/gems/r/gems/demo-tool-4.7.1.gem | gems | demo-tool | 4.7.1",
        "api/gems/r/gems/demo-4.7.1-x86_64-linux.gem | gems | demo | 4.7.1",
        "api/cargo/r/v1/crates/demo/0.4.2/download | cargo | demo | 0.4.2",
        "api/docker/r/v2/acme/shop/manifests/v3 | docker | acme/shop | v3",
        "api/conan/r/v2/conans/demo/1.0/_/_/revisions/01/files/a.txt | conan | demo | 1.0",
        "api/huggingfaceml/r/acme/model/resolve/main/config.json | huggingfaceml | acme/model | main",
      })
  void namesAPackage(String rest, String type, String name, String version) {
    DownloadAddress address = DownloadAddress.parse(ART + rest).orElseThrow();
    PackagePath path = PackagePath.read(type, address.path().orElseThrow()).orElseThrow();

    assertThat(address.repository().orElseThrow()).isIn("r", "r-cache");
    assertThat(address.type())
        .isEqualTo(type.equals("maven") ? Optional.empty() : Optional.of(type));
    assertThat(path.name()).isEqualTo(name);
    assertThat(path.version()).contains(version);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "npm | api/npm/r/@acme%2fcore",
        "npm | api/npm/r/-/ping",
        "pypi | api/pypi/r/simple/demo/",
        "go | api/go/r/acme.example/x/@v/list",
        "docker | api/docker/r/v2/a/blobs/sha256:ab",
        "docker | api/docker/r/v2/a/manifests/sha256:ab",
        "maven | r/org/acme/maven-metadata.xml"
      })
  void namesARepositoryWithoutAVersion(String type, String rest) {
    DownloadAddress address = DownloadAddress.parse(ART + rest).orElseThrow();

    assertThat(address.repository()).contains("r");
    assertThat(PackagePath.read(type, address.path().orElseThrow()).flatMap(PackagePath::version))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not an address",
        "https://acme.example/libs/a.jar",
        "https://acme.example/artifactory",
        ART + "r",
        ART + "api/system/ping",
        ART + "api/repositories/r/x",
        ART + "api/docker/null/v2/token",
        ART + "api/npm/r",
        "https://acme.example/xray/api/v1/curation/policies"
      })
  void isNoneIfTheRepositoryIsNotCertain(String url) {
    assertThat(DownloadAddress.parse(url).flatMap(DownloadAddress::repository)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://npm.acme.example/api/npm/r/demo",
        "https://u:p@acme.example/artifactory/r/demo",
        "HTTPS://acme.example/artifactory/api/storage/r/demo?x#y"
      })
  void hasItsRepositoryInOtherForms(String url) {
    DownloadAddress address = DownloadAddress.parse(url).orElseThrow();

    assertThat(address.repository()).contains("r");
    assertThat(address.path()).contains("demo");
    assertThat(DownloadAddress.withoutCredentials(url)).doesNotContain("u:p");
  }
}
