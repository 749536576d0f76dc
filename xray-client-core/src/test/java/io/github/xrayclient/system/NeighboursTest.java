package io.github.xrayclient.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.artifact.ArtifactStatus;
import io.github.xrayclient.artifact.ScanState;
import io.github.xrayclient.artifact.ScanStatus;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.repository.IndexedRepositories;
import io.github.xrayclient.repository.IndexedRepository;
import io.github.xrayclient.repository.Repository;
import io.github.xrayclient.repository.RepositoryClass;
import io.github.xrayclient.repository.StoredFile;
import io.github.xrayclient.repository.XrayIntegration;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testsupport.ExtrasWalker;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** System, scan status and repositories. */
class NeighboursTest {
  private FakeXray fake;
  private XrayClient xray;

  @BeforeEach
  void start() {
    fake = FakeXray.start();
    xray = XrayClient.builder()
        .baseUrl(fake.url())
        .credentials(Credentials.anonymous())
        .build();
  }

  @AfterEach
  void stop() {
    xray.close();
    fake.close();
  }

  @Nested
  class Server {
    @Test
    void isPinged() {
      xray.system().ping();

      fake.failNext(500, 1);
      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> xray.system().ping());
    }

    @Test
    void saysItsVersion() {
      ServerVersion version =
          RoundTrip.read(Fixtures.json("system/GET_version_200.json"), ServerVersion.class);

      assertThat(version.extras()).isEmpty();
      assertThat(RoundTrip.write(version)).isEqualTo(Fixtures.json("system/GET_version_200.json"));
      assertThat(xray.system().version().xray().wire()).isEqualTo("3.116.0");
    }

    @ParameterizedTest
    @CsvSource({
      "3.107.8, 3.116, true",
      "3.116.0, 3.116, false",
      "3.116, 3.116.1, false",
      "4.0, 3.116, false",
      "3.9.9, 3.10, true",
      "3.x-dev, 3.116, false",
      "3.115-SNAPSHOT, 3.116, true",
      "unknown, 3.116, false"
    })
    void isComparedAsFarAsItsVersionIsMadeOfNumbers(String server, String needed, boolean older) {
      fake.version(server);

      assertThat(xray.system().version().isBefore(needed)).isEqualTo(older);
    }
  }

  @Nested
  class Scan {
    @Test
    void isReadWithEveryField() {
      ArtifactStatus status =
          RoundTrip.read(Fixtures.json("artifacts/POST_status_200.json"), ArtifactStatus.class);

      assertThat(ExtrasWalker.over(status).unknown()).isEmpty();
      assertThat(RoundTrip.write(status))
          .isEqualTo(Fixtures.json("artifacts/POST_status_200.json"));
    }

    @Test
    void isAskedForAsARead() {
      fake.failNext(503, 1);

      ArtifactStatus status = xray.artifacts().status("libs", "a/b.jar");

      assertThat(status.overall().flatMap(ScanStatus::state)).contains(ScanState.NOT_SCANNED);
      assertThat(fake.requests())
          .hasSize(2)
          .allSatisfy(request -> assertThat(request.json())
              .isEqualTo(Fixtures.parse("{\"repo\":\"libs\",\"path\":\"a/b.jar\"}")));
    }

    @Test
    void needsAnArtifactBeforeAnyRequest() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.artifacts().status("libs", " "))
          .withMessageContaining("path");
      assertThat(fake.requests()).isEmpty();
    }
  }

  @Nested
  class RepositoryLookUp {
    @Test
    void readsEveryField() {
      String json = Fixtures.text("repositories/GET_{key}_virtual_200.json");
      fake.seed(FakeXray.Kind.REPOSITORIES, json);

      Repository repository = xray.repositories().get("pypi-virtual");

      assertThat(repository.extras()).isEmpty();
      assertThat(repository.repositoryClass()).contains(RepositoryClass.VIRTUAL);
      assertThat(repository.repositories()).containsExactly("pypi-local", "pypi-remote");
      assertThat(RoundTrip.write(repository)).isEqualTo(Fixtures.parse(json));
    }

    @Test
    void findsNothingWhereThereIsNone() {
      assertThat(xray.repositories().find("nobody")).isEmpty();

      fake.forbid("/artifactory");
      assertThatExceptionOfType(XrayForbiddenException.class)
          .isThrownBy(() -> xray.repositories().find("nobody"));
    }

    @Test
    void saysWhatIsIndexed() {
      fake.seed(
          FakeXray.Kind.INDEXED_REPOSITORIES,
          "{\"bin_mgr_id\":\"default\",\"indexed_repos\":[{\"name\":\"libs\",\"type\":\"local\","
              + "\"pkg_type\":\"maven\"}],\"non_indexed_repos\":null}");

      IndexedRepositories indexed = xray.repositories().indexed("default");

      assertThat(indexed.indexed())
          .singleElement()
          .extracting(IndexedRepository::name)
          .isEqualTo("libs");
      assertThat(indexed.notIndexed()).isEmpty();
      assertThat(ExtrasWalker.over(indexed).unknown()).isEmpty();
    }
  }

  @Nested
  class StoredFileLookUp {
    private static final String FILE = "{\"repo\":\"libs\",\"path\":\"org/a b/x%.jar\","
        + "\"mimeType\":\"application/java-archive\",\"created\":\"2026-03-30T05:45:52.000Z\","
        + "\"lastModified\":\"2026-03-30T05:45:52.000Z\","
        + "\"properties\":{\"stage\":[\"dev\",\"test\"]}}";

    @Test
    void readsEveryFieldOfTheFileAtItsPath() {
      fake.seed(FakeXray.Kind.STORED_FILES, FILE);

      StoredFile file = xray.repositories().file("libs", "org/a b/x%.jar");

      assertThat(file.mimeType()).contains("application/java-archive");
      assertThat(file.path()).contains("/org/a b/x%.jar");
      assertThat(file.extras()).isEmpty();
      assertThat(RoundTrip.read(RoundTrip.write(file), StoredFile.class)).isEqualTo(file);
      assertThat(fake.requests().get(0).path())
          .isEqualTo("/artifactory/api/storage/libs/org/a%20b/x%25.jar");
    }

    @Test
    void readsItsProperties() {
      fake.seed(FakeXray.Kind.STORED_FILES, FILE);

      assertThat(xray.repositories().properties("libs", "/org/a b/x%.jar"))
          .containsOnly(Map.entry("stage", List.of("dev", "test")));
      assertThat(fake.requests().get(0).query()).isEqualTo("properties=");
    }

    @Test
    void tellsAFileWithoutPropertiesFromNoFile() {
      fake.seed(FakeXray.Kind.STORED_FILES, "{\"repo\":\"libs\",\"path\":\"a.jar\"}");

      assertThat(xray.repositories().properties("libs", "a.jar")).isEmpty();
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> xray.repositories().properties("libs", "b.jar"));
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> xray.repositories().file("libs", "b.jar"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a//b", "a/../b", "a/\u0000"})
    void refusesWhatIsNoPathBeforeAnyRequest(String path) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.repositories().file("libs", path))
          .withMessageContaining("path");
      assertThat(fake.requests()).isEmpty();
    }
  }

  @Nested
  class Integration {
    @Test
    void isReadWithEveryField() {
      String json = "{\"xrayEnabled\":true,\"xrayAllowBlocked\":false,"
          + "\"xrayAllowWhenUnavailable\":true,\"blockUnscannedTimeoutSeconds\":60,"
          + "\"blockUnfinishedScansTimeoutSeconds\":1800}";
      fake.seed(FakeXray.Kind.XRAY_INTEGRATION, json);

      XrayIntegration integration = xray.repositories().integration();

      assertThat(integration.allowBlocked()).contains(false);
      assertThat(integration.extras()).isEmpty();
      assertThat(RoundTrip.write(integration)).isEqualTo(Fixtures.parse(json));
    }

    @Test
    void failsWhereXrayIsNotConfigured() {
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> xray.repositories().integration());
    }
  }
}
