package io.github.xrayclient.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.artifact.ArtifactStatus;
import io.github.xrayclient.artifact.ExposureScans;
import io.github.xrayclient.artifact.ExposuresScanStatus;
import io.github.xrayclient.artifact.ScanDetails;
import io.github.xrayclient.artifact.ScanState;
import io.github.xrayclient.artifact.ScanStatus;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.testsupport.ExtrasWalker;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryLookUpsTest {
  private final FakeXray fake = FakeXray.start();
  private final XrayClient xray = client(fake.url());

  private static XrayClient client(String url) {
    return XrayClient.builder()
        .baseUrl(url)
        .credentials(Credentials.anonymous())
        .build();
  }

  @AfterEach
  void stop() {
    xray.close();
    fake.close();
  }

  @Nested
  class Listing {
    @ParameterizedTest
    @ValueSource(strings = {"capitals", "lower"})
    void isReadInBothSpellings(String spelling) {
      JsonNode json = Fixtures.json("repositories/GET_repositories_" + spelling + "_200.json");

      for (JsonNode element : json) {
        Repository repository = RoundTrip.read(element, Repository.class);
        ObjectNode usual = element.deepCopy();
        usual.set("rclass", usual.remove("type"));

        assertThat(ExtrasWalker.over(repository).unknown()).isEmpty();
        assertThat((Object) RoundTrip.write(repository)).isEqualTo(usual);
      }
      assertThat(RoundTrip.read(json.get(0), Repository.class).repositoryClass())
          .hasValue(RepositoryClass.LOCAL);
    }

    @Test
    void hasWhatTheServerLists() {
      seed();

      assertThat(xray.repositories().list())
          .extracting(Repository::key)
          .containsExactly("npm-local", "npm-remote", "docker-remote");
      assertThat(fake.requests()).hasSize(1);
    }

    @Test
    void canBeFilteredByTheServer() {
      seed();
      RepositoryFilter npm = RepositoryFilter.all().packageType("Npm");

      assertThat(xray.repositories().list(npm.ofClass(RepositoryClass.of("REMOTE"))))
          .extracting(Repository::key)
          .containsExactly("npm-remote");
      assertThat(xray.repositories().list(npm.inProject("alpha")))
          .extracting(Repository::key)
          .containsExactly("npm-local");
      assertThat(fake.requests())
          .extracting(RecordedRequest::query)
          .containsExactly("packageType=npm&type=remote", "packageType=npm&project=alpha");
    }

    @Test
    void acceptsTheTypeWithWhichSomeServersLabelIt() {
      xray.repositories().list();

      assertThat(fake.requests().get(0).header("Accept"))
          .hasValueSatisfying(accept -> assertThat(accept)
              .startsWith("application/json, ")
              .contains("RepositoryDetailsList+json"));
    }

    private void seed() {
      fake.seed(
          Kind.REPOSITORIES,
          "[{\"key\":\"npm-local\",\"rclass\":\"local\",\"packageType\":\"npm\","
              + "\"projectKey\":\"alpha\"},"
              + "{\"key\":\"npm-remote\",\"rclass\":\"remote\",\"packageType\":\"npm\"},"
              + "{\"key\":\"docker-remote\",\"rclass\":\"remote\",\"packageType\":\"docker\"}]");
    }
  }

  @Nested
  class OneRepository {
    @ParameterizedTest
    @ValueSource(strings = {"virtual", "nested", "nested-member", "curated"})
    void isReadWithEveryField(String sample) {
      JsonNode json = Fixtures.json("repositories/GET_{key}_" + sample + "_200.json");

      Repository repository = RoundTrip.read(json, Repository.class);

      assertThat(ExtrasWalker.over(repository).unknown()).isEmpty();
      assertThat((Object) RoundTrip.write(repository)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404})
    void thatIsMissingOrHiddenIsSaidToBeEither(int status) {
      try (XrayClient missing =
          answering(status, Fixtures.text("repositories/GET_{key}_missing_400.json"))) {
        assertThat(missing.repositories().exists("nobody")).isFalse();
        assertThat(missing.repositories().find("nobody")).isEmpty();
        assertThatExceptionOfType(XrayApiException.class)
            .isThrownBy(() -> missing.repositories().get("nobody"))
            .isInstanceOf(
                status == 400 ? XrayBadRequestException.class : XrayNotFoundException.class)
            .withMessageEndingWith("answered " + status + ": Bad Request; the repository does not"
                + " exist, or these credentials may not see it");
      }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 500})
    void isNotMissingIfTheServerRefusesToAnswer(int status) {
      try (XrayClient refused = answering(status, "{}")) {
        assertThatExceptionOfType(XrayApiException.class)
            .isThrownBy(() -> refused.repositories().exists("libs"))
            .satisfies(e -> assertThat(e.statusCode()).isEqualTo(status));
        assertThatExceptionOfType(XrayApiException.class)
            .isThrownBy(() -> refused.repositories().find("libs"));
      }
    }

    @Test
    void existsIfItIsSeen() {
      fake.seed(Kind.REPOSITORIES, Fixtures.text("repositories/GET_{key}_curated_200.json"));

      assertThat(xray.repositories().exists("npm-remote")).isTrue();
      assertThat(xray.repositories().get("npm-remote").curated()).hasValue(true);
      assertThat(xray.repositories().exists("npm-remote-cache")).isFalse();
    }
  }

  private static XrayClient answering(int status, String body) {
    return XrayClient.builder()
        .baseUrl("https://acme.example")
        .credentials(Credentials.anonymous())
        .transport(request -> new ApiResponse(
            status,
            Map.of("Content-Type", List.of("application/json")),
            body.getBytes(StandardCharsets.UTF_8)))
        .build();
  }

  @Nested
  class Scanning {
    @ParameterizedTest
    @CsvSource({"general, npm-local", "paths, libs-local"})
    void isReadWithEveryField(String sample, String key) {
      String file = "repositories/GET_repos_config_" + sample + "_200.json";
      fake.seed(Kind.SCAN_CONFIGURATIONS, Fixtures.text(file));

      ScanConfiguration configuration = xray.repositories().scanConfiguration(key);

      assertThat(configuration.repository()).hasValue(key);
      assertThat(ExtrasWalker.over(configuration).unknown()).isEmpty();
      assertThat((Object) RoundTrip.write(configuration)).isEqualTo(Fixtures.json(file));
      assertThat(fake.requests().get(0).path()).isEqualTo("/xray/api/v1/repos_config/" + key);
    }

    @Test
    void hasThePatternsInTheOrderOfTheServer() {
      ScanConfiguration configuration = RoundTrip.read(
          Fixtures.json("repositories/GET_repos_config_paths_200.json"), ScanConfiguration.class);

      PathScanSettings byPath = configuration.byPath().orElseThrow();
      assertThat(byPath.patterns())
          .extracting(rule -> rule.include().orElseThrow())
          .containsExactly("com/acme/**", "archive/**");
      assertThat(byPath.patterns().get(1).indexNewArtifacts()).hasValue(false);
      assertThat(byPath.allOtherArtifacts().flatMap(PathScanRule::retentionDays))
          .hasValue(45);
      assertThat(configuration.general()).isEmpty();
    }

    @Test
    void ofARepositoryThatIsNotIndexedIsRefused() {
      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(() -> xray.repositories().scanConfiguration("libs"))
          .withMessageContaining("'libs' is either not indexed or does not exist");
    }
  }

  @Test
  void theIntegrationIsReadWithEveryField() {
    String file = "repositories/GET_integration_200.json";
    fake.seed(Kind.XRAY_INTEGRATION, Fixtures.text(file));

    XrayIntegration integration = xray.repositories().integration();

    assertThat(integration.extras()).isEmpty();
    assertThat(integration.blockUnfinishedScansTimeoutSeconds()).hasValue(1800);
    assertThat((Object) RoundTrip.write(integration)).isEqualTo(Fixtures.json(file));
  }

  @Test
  void theScanOfAnArtifactIsReadWithItsCategories() {
    JsonNode json = Fixtures.json("artifacts/POST_status_live_200.json");

    ArtifactStatus status = RoundTrip.read(json, ArtifactStatus.class);

    assertThat(ExtrasWalker.over(status).unknown()).isEmpty();
    assertThat((Object) RoundTrip.write(status)).isEqualTo(json);
    ScanDetails details = status.details().orElseThrow();
    assertThat(details.composition().flatMap(ScanStatus::state)).hasValue(ScanState.DONE);
    ExposureScans categories =
        details.exposures().flatMap(ExposuresScanStatus::categories).orElseThrow();
    assertThat(categories.infrastructureAsCode().flatMap(ScanStatus::state))
        .hasValue(ScanState.NOT_SUPPORTED);
    assertThat(categories.applications().flatMap(ScanStatus::state))
        .hasValue(ScanState.of("partial"));
  }
}
