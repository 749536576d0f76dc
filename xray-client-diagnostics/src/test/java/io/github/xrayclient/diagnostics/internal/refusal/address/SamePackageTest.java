package io.github.xrayclient.diagnostics.internal.refusal.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares addresses with the packages and the files that messages name. */
class SamePackageTest {
  private static final String ART = "https://acme.example/artifactory/";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api/npm/r/express/-/express-3.0.1.tgz | Express | 3.0.1",
        "api/npm/r/express | Express | 3.0.1",
        "api/npm/r/express/-/express-3.0.1.tgz | express |",
        "api/npm/r/@acme%2fcore/-/core-1.0.0.tgz | @acme/core | 1.0.0",
        "api/pypi/r/packages/packages/a/b/c/demo_pkg-1.2-py3-none-any.whl | Demo.Pkg | 1.2",
        "api/pypi/r/simple/demo-pkg/ | demo_pkg | 1.2",
        "api/go/r/github.com/!acme/lib/@v/v1.2.0.zip | github.com/Acme/lib | v1.2.0",
        "api/go/r/github.com/acme/lib/@v/v1.2.0.zip | github.com/acme/lib | 1.2.0",
        "api/nuget/r/Download/Acme.Web/1.0.0 | acme.web | 1.0",
        "api/nuget/r/Download/Acme.Web/1.0.0-beta | acme.web | 1.0-BETA",
        "api/gems/r/gems/nokogiri-1.15.4-x86_64-linux.gem | nokogiri | 1.15.4",
        "api/gems/r/gems/nokogiri-1.15.4-x86_64-linux.gem | nokogiri | 1.15.4-x86_64-linux",
        "api/cargo/r/v1/crates/acme_lib/1.0.0/download | acme-lib | 1.0.0",
        "r/org/acme/app/1.0/app-1.0.jar | org.acme:app | 1.0",
        "api/docker/r/v2/library/redis/manifests/7 | redis | 7",
        "api/docker/r/v2/library/redis/manifests/7 | library/redis | 7",
        "api/swift/r/acme/List/1.0.0.zip | acme.List | 1.0.0",
        "api/composer/r/direct-dists/acme/lib/acme-lib-v1.0.zip | acme/lib | 1.0",
        "api/conan/r/v2/conans/zlib/1.2.11/_/_/revisions/0/files/a.txt | zlib | 1.2.11",
      })
  void isThePackageOfTheMessage(String rest, String name, String version) {
    assertThat(address(rest).isPackage(name, Optional.ofNullable(version))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api/npm/r/express/-/express-3.0.1.tgz | express | 3.0.2",
        "api/npm/r/express/-/express-3.0.1.tgz | @acme/express | 3.0.1",
        "api/npm/r/lodash.merge/-/lodash.merge-4.6.2.tgz | lodash-merge | 4.6.2",
        "api/nuget/r/Download/Acme.Web/1.0.1 | acme.web | 1.0",
        "api/nuget/r/Download/Acme.Web/10.0 | acme.web | 1",
        "r/org/acme/app/1.0/app-1.0.jar | org.other:app | 1.0",
        "api/docker/r/v2/team/redis/manifests/7 | redis | 7",
        "api/npm/r/-/ping | ping |",
        "r/tools/app.bin | app.bin |",
      })
  void isAnotherPackage(String rest, String name, String version) {
    assertThat(address(rest).isPackage(name, Optional.ofNullable(version))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "r/org/acme/app/1.0/app-1.0.jar | org/acme/app/1.0/app-1.0.jar",
        "api/pypi/r/packages/packages/a/b/c/six-1.0.tar.gz | a/b/c/six-1.0.tar.gz",
        "api/cargo/r/v1/crates/acme-lib/1.0.0/download | crates/acme-lib/acme-lib-1.0.0.crate",
        "api/nuget/r/Download/Newtonsoft.Json/13.0.1"
            + " | newtonsoft.json/13.0.1/newtonsoft.json.13.0.1.nupkg",
        "api/nuget/r/Download/Newtonsoft.Json/13.0.1 | Newtonsoft.Json.13.0.1.nupkg",
        "api/composer/r/direct-dists/acme/lib/acme-lib-1.0.0.zip"
            + " | direct-dists/acme/lib/acme-lib-1.0.0.zip",
        "api/docker/r/v2/library/redis/manifests/7 | library/redis/7/manifest.json",
        "api/docker/r/v2/library/redis/manifests/7 | library/redis/sha256__3b1c/manifest.json",
        "api/conan/r/v2/conans/zlib/1.2/_/_/revisions/0/files/a.txt | _/zlib/1.2/_/0/export/a.txt",
      })
  void isTheFileOfTheMessage(String rest, String stored) {
    assertThat(address(rest).isFile(stored)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "r/org/acme/app/1.0/app-1.0.jar | org/acme/app/1.0/app-1.0.pom",
        "r/org/acme/app/1.0/app-1.0.jar | app/1.0/app-1.0-sources.jar",
        "api/npm/r/express | express/-/express-3.0.1.tgz",
        "api/nuget/r/Download/Newtonsoft.Json/13.0.1 | newtonsoft.json.13.0.2.nupkg",
        "api/docker/r/v2/library/redis/manifests/7 | library/redis/8/manifest.json",
        "api/docker/r/v2/library/redis/manifests/7 | team/redis/sha256__3b1c/manifest.json",
      })
  void isAnotherFile(String rest, String stored) {
    assertThat(address(rest).isFile(stored)).isFalse();
  }

  private static DownloadAddress address(String rest) {
    return DownloadAddress.parse(ART + rest).orElseThrow();
  }
}
