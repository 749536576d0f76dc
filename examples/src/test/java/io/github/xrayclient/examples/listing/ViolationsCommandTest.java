package io.github.xrayclient.examples.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViolationsCommandTest extends ListedObjects {
  private static final String WATCHES = "GET /xray/api/v2/watches";
  private static final String SEARCH = "POST /xray/api/v1/violations";

  @BeforeEach
  void violations() {
    Instant lastWeek = Instant.now().minus(6, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    violation("1", "Critical", "Security", "prod-all", "npm://lodash:4.17.0", lastWeek);
    violation("2", "Low", "Security", "prod-all", "npm://left-pad:1.0", Instant.EPOCH);
    violation("3", "High", "License", "release-repositories", "npm://lodash:3.0", Instant.EPOCH);
  }

  private void violation(
      String id, String severity, String type, String watch, String component, Instant created) {
    fake.seed(
        Kind.VIOLATIONS,
        ("[{'violation_id':'v" + id + "','issue_id':'XRAY-" + id + "','type':'" + type
                + "','watch_name':'" + watch + "','severity':'" + severity + "','created':'"
                + created
                + "','infected_components':['" + component
                + "'],'impacted_artifacts':['default/npm-"
                + id + "/a.tgz'],'matched_policies':[{'policy':'p" + id + "','rule':'r'}],"
                + "'properties':[{'cve':'CVE-2021-" + id + "'}]}]")
            .replace('\'', '"'));
  }

  private List<String> found(String... arguments) {
    assertThat(onServer(arguments)).as(err.toString()).isZero();
    return column();
  }

  @ParameterizedTest
  @CsvSource({
    "violations, Low High Critical",
    "violations --severity high, High Critical",
    "violations --severity CRITICAL, Critical",
    "violations --type license, High",
    "violations --cve CVE-2021-1, Critical",
    "violations --days 7, Critical",
    "violations --component lodash, High Critical",
    "violations --repo npm-2, Low",
    "violations --repo npm-2 --path a.tgz, Low",
    "violations --policy p3, High",
    "violations --watch prod-all, Low Critical",
    "violations --watch w7 --severity low --days 7, Critical"
  })
  void showsWhatMatches(String command, String severities) {
    assertThat(found(command.split(" "))).containsExactlyInAnyOrder(severities.split(" "));
  }

  @Test
  void showsWhatIsKnownAboutThem() {
    found("violations", "--cve", "CVE-2021-1");

    assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "SEVERITY ISSUE COMPONENT WATCH ARTIFACT",
            "Critical CVE-2021-1 npm://lodash:4.17.0 prod-all default/npm-1/a.tgz");
  }

  @Test
  void looksUpTheWatchThatIsMeant() {
    found("violations", "--watch", "id:w7");
    assertThat(requests()).containsExactly(WATCHES, SEARCH);
    clear();

    found("violations", "--watch", "prod-all");
    assertThat(requests()).containsExactly(WATCHES + "/prod-all", SEARCH);
    clear();

    found("violations", "--watch", "name:prod-all");
    assertThat(requests()).containsExactly(SEARCH);
    assertThat(fake.requests().get(0).json().at("/filters/watch_name").asText())
        .isEqualTo("prod-all");
  }

  @Test
  void failsIfThereIsNoSuchWatch() {
    assertThat(onServer("violations", "--watch", "nobody")).isEqualTo(3);

    assertThat(err.toString()).isEqualTo("no watch has the name \"nobody\" or the id nobody\n");
  }

  @Test
  void printsEachAsJson() throws IOException {
    assertThat(onServer("violations", "--cve", "CVE-2021-1", "--format", "json"))
        .isZero();

    JsonNode violation = json();
    assertThat(violation.get("violation_id").asText()).isEqualTo("v1");
    assertThat(violation.at("/matched_policies/0/policy").asText()).isEqualTo("p1");
  }
}
