package io.github.xrayclient.diagnostics.internal.refusal.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MavenCoordinatesTest {
  private static final String REPOSITORY = "https://u:p@acme.example/artifactory/libs-release/";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "org.acme:app:jar:1.0 | org/acme/app/1.0/app-1.0.jar | 1.0",
        "org.acme:app:pom:1.0 | org/acme/app/1.0/app-1.0.pom | 1.0",
        "org.acme:app:jar:sources:1.0 | org/acme/app/1.0/app-1.0-sources.jar | 1.0",
        "org.acme:app:tar.gz:bin:1.0-rc.1 | org/acme/app/1.0-rc.1/app-1.0-rc.1-bin.tar.gz | 1.0-rc.1",
        "org.acme:app:maven-plugin:1.0 | org/acme/app/1.0/app-1.0.jar | 1.0",
        "org.acme:app:test-jar:1.0 | org/acme/app/1.0/app-1.0-tests.jar | 1.0",
        "org.acme:app:jar:1.0-SNAPSHOT | org/acme/app/1.0-SNAPSHOT/app-1.0-SNAPSHOT.jar"
            + " | 1.0-SNAPSHOT",
        "org.acme:app:jar:1.0-20260330.054552-3"
            + " | org/acme/app/1.0-SNAPSHOT/app-1.0-20260330.054552-3.jar | 1.0-SNAPSHOT",
        "org.acme:app_2.13:jar:1.0+5 | org/acme/app_2.13/1.0+5/app_2.13-1.0+5.jar | 1.0+5",
        "org.acme:app/maven-metadata.xml | org/acme/app/maven-metadata.xml |",
        "org.acme:app:1.0-SNAPSHOT/maven-metadata.xml"
            + " | org/acme/app/1.0-SNAPSHOT/maven-metadata.xml |",
        "org.acme:app:1.0 | | 1.0",
      })
  void nameAFileInTheRepository(String coordinates, String path, String version) {
    DownloadAddress address = DownloadAddress.ofMaven(coordinates, REPOSITORY).orElseThrow();

    String base = "https://acme.example/artifactory/libs-release";
    assertThat(address.address()).isEqualTo(path == null ? base : base + "/" + path);
    assertThat(address.repository()).contains("libs-release");
    assertThat(address.storedPath()).isEqualTo(Optional.ofNullable(path));
    assertThat(address.packagePath().flatMap(PackagePath::version))
        .isEqualTo(Optional.ofNullable(version));
    assertThat(address.isPackage(coordinates.replaceAll(":.*", ":") + "app", Optional.empty()))
        .isEqualTo(version != null && !coordinates.contains("_2.13"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://acme.example/artifactory/libs-release",
        "https://acme.example/artifactory/libs-release/",
        "https://acme.example/artifactory/libs-release?x=1#y"
      })
  void areReadWithEachFormOfTheRepository(String url) {
    assertThat(DownloadAddress.ofMaven("org.acme:app:jar:1.0", url).map(DownloadAddress::address))
        .contains("https://acme.example/artifactory/libs-release/org/acme/app/1.0/app-1.0.jar");
  }

  @Test
  void nameAPackageInARepositoryThatIsNotKnown() {
    DownloadAddress address = DownloadAddress.ofMaven(
            "org.acme:app:jar:1.0", "https://maven.central.example/maven2")
        .orElseThrow();

    assertThat(address.repository()).isEmpty();
    assertThat(address.storedPath()).isEmpty();
    assertThat(address.isPackage("org.acme:app", Optional.of("1.0"))).isTrue();
    assertThat(address.address())
        .isEqualTo("https://maven.central.example/maven2/org/acme/app/1.0/app-1.0.jar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "org.acme",
        "org.acme:app",
        "org.acme:app:jar:sources:1.0:x",
        "org.acme:app:jar:[1,2)",
        "org.acme:app:jar:${version}",
        "a b:c:jar:1.0",
        "12:30:45,6"
      })
  void areNoneInOtherForms(String text) {
    assertThat(DownloadAddress.ofMaven(text, REPOSITORY)).isEmpty();
  }

  @Test
  void areNoneWithoutTheUrlOfARepository() {
    assertThat(DownloadAddress.ofMaven("org.acme:app:jar:1.0", "file:///a/x")).isEmpty();
    assertThat(DownloadAddress.ofMaven("org.acme:app:jar:1.0", "central")).isEmpty();
  }
}
