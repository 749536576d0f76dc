package io.github.xrayclient.examples.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.testing.FakeXray.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options for a policy or a watch take a name or an id. */
class NamesInCommandsTest extends ListedObjects {
  private static final String POLICIES = "GET /xray/api/v1/curation/policies";

  @ParameterizedTest
  @CsvSource({"4, /4", "id:4, /4", "malicious-packages, ''", "name:malicious-packages, ''"})
  void wouldBlockFindsThePolicy(String policy, String path) {
    assertThat(onServer("would-block", "--policy", policy)).as(err.toString()).isZero();

    assertThat(requests()).startsWith(POLICIES + path);
    assertThat(out.toString()).contains("malicious-packages");
  }

  @Test
  void wouldBlockFailsForAPolicyThatDoesNotExist() {
    assertThat(onServer("would-block", "--policy", "99")).isEqualTo(3);

    assertThat(err.toString())
        .isEqualTo("no curation policy has the id 99 (404) or the name \"99\"\n");
    assertThat(requests()).containsExactly(POLICIES + "/99", POLICIES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"w7", "id:w7", "prod-all", "name:prod-all"})
  void whatCoversFindsTheWatch(String watch) {
    assertThat(onServer("what-covers", "--watch", watch)).as(err.toString()).isZero();

    assertThat(column()).containsExactly("pypi-remote");
  }

  @ParameterizedTest
  @CsvSource({"nobody, the name or the ID", "id:prod-all, the ID", "name:w7, the name"})
  void whatCoversSaysForWhatItLooked(String watch, String ways) {
    assertThat(onServer("what-covers", "--watch", watch)).isEqualTo(3);

    assertThat(err.toString())
        .contains("No watch that could be read has " + ways + " \""
            + watch.substring(watch.indexOf(':') + 1) + "\".");
  }

  @Test
  void whatCoversRefusesTheIdOfAPolicy() {
    assertThat(onServer("what-covers", "--policy", "id:7")).isEqualTo(2);

    assertThat(err.toString()).contains("since Xray policies have no ids");
    assertThat(requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234", "id:1234", "release-repositories", "name:release-repositories"})
  void ignoreFindsTheWatch(String watch) {
    fake.seed(
        Kind.VIOLATIONS,
        "[{\"violation_id\":\"v1\",\"issue_id\":\"XRAY-1\",\"type\":\"Security\","
            + "\"watch_name\":\"release-repositories\",\"severity\":\"Critical\","
            + "\"created\":\"2025-04-17T09:10:00Z\",\"infected_components\":"
            + "[\"gav://org.acme:lib:1.0\"],\"impacted_artifacts\":"
            + "[\"default/example-repo-local/org/acme/app-1.0.jar\"],\"properties\":"
            + "[{\"cve\":\"CVE-2021-44228\"}],\"matched_policies\":[{\"policy\":"
            + "\"block-vulnerabilities\",\"rule\":\"any-severity\",\"is_blocking\":true}]}]");

    assertThat(onServer(
            "ignore",
            "--violation",
            "v1",
            "--watch",
            watch,
            "--days",
            "7",
            "--notes",
            "until the upgrade",
            "--dry-run"))
        .as(err.toString())
        .isZero();

    assertThat(out.toString()).contains("CVE-2021-44228");
  }

  @Test
  void ignoreFailsForAWatchThatDoesNotExist() {
    assertThat(onServer(
            "ignore", "--violation", "v1", "--watch", "nobody", "--days", "7", "--notes", "x"))
        .isEqualTo(3);

    assertThat(err.toString()).startsWith("no watch has the name \"nobody\" or the id nobody");
  }

  @ParameterizedTest
  @CsvSource({"would-block, --policy", "what-covers, --watch", "what-covers, --policy"})
  void blankNamesAreRefusedBeforeAnyRequest(String command, String option) {
    assertThat(onServer(command, option, " ")).isEqualTo(2);

    assertThat(err.toString()).startsWith(option + " must be a name or an ID");
    assertThat(requests()).isEmpty();
  }
}
