package io.github.xrayclient.examples.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each option of a list command leaves in the list. */
class ListCommandsTest extends ListedObjects {
  private List<String> listed(String command) {
    assertThat(onServer(command.split(" "))).as(err.toString()).isZero();
    return column();
  }

  private static List<String> words(String text) {
    return text == null ? List.of() : List.of(text.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "policies, block-vulnerabilities prod-licenses prod-security",
    "policies --name prod-*, prod-licenses prod-security",
    "policies --name prod-security, prod-security",
    "policies --name prod,",
    "policies --type security, block-vulnerabilities prod-security",
    "policies --type LICENSE --name *, prod-licenses",
    "policies --type operational_risk,",
    "watches, release-repositories prod-all",
    "watches --name release*, release-repositories",
    "watches --policy prod-licenses, prod-all",
    "watches --policy name:prod-licenses, prod-all",
    "watches --repo example-repo-local, release-repositories prod-all",
    "watches --repo other, prod-all",
    "watches --active true, release-repositories",
    "watches --active false, prod-all",
    "watches --active false --policy block-vulnerabilities,",
    "conditions, 1 44",
    "conditions --name my*, 44",
    "conditions --custom false, 1",
    "conditions --risk legal, 44",
    "conditions --package-type pypi, 1 44",
    "conditions --package-type npm, 1",
    "curation-policies, 4 11 12 13 14",
    "curation-policies --name malicious-packages, 4",
    "curation-policies --name *-packages, 4 12",
    "curation-policies --action dry_run,",
    "curation-policies --condition 1 --name *sandbox, 14",
    "curation-policies --condition 44,",
    "curation-policies --package-type pypi, 4 11 13 14",
    "curation-policies --package-type NPM, 4 11 12 13 14",
    "curation-policies --repo pypi-remote, 4 11 14",
    "labels, approved-npm banned",
    "labels --name approved-*, approved-npm"
  })
  void showWhatMatches(String command, String expected) {
    assertThat(listed(command)).containsExactlyElementsOf(words(expected));
  }

  @Nested
  class AreFilteredWithFewRequests {
    @Test
    void byTheServerWhereItCan() {
      onServer("curation-policies", "--enabled", "true", "--action", "block");

      assertThat(requests()).containsExactly("GET /xray/api/v1/curation/policies");
      assertThat(fake.requests().get(0).queryParameter("policy_action")).contains("block");
      assertThat(fake.requests().get(0).queryParameter("enabled")).contains("true");
    }

    @Test
    void byTheIdOfAConditionThatIsNamed() {
      onServer("curation-policies", "--condition", "Malicious package");

      assertThat(requests())
          .containsExactly(
              "GET /xray/api/v1/curation/conditions", "GET /xray/api/v1/curation/policies");
      assertThat(fake.requests().get(1).queryParameter("condition_id")).contains("1");
    }

    @Test
    void byTheTypeOfARepository() {
      onServer("curation-policies", "--repo", "pypi-remote");

      assertThat(requests())
          .containsExactly(
              "GET /artifactory/api/repositories/pypi-remote",
              "GET /xray/api/v1/curation/policies");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "curation-policies --action foo|--action must be one of block, dry_run;",
        "curation-policies --condition id:|--condition must be a name or an ID, and must not be blank;",
        "policies --type licence|--type must be one of security, license, operational_risk;",
        "conditions --risk x|--risk must be one of security, legal, operational;",
        "violations --severity highest|--severity must be one of low, medium, high, critical;",
        "violations --path a/b|--path needs --repo",
        "violations --days 0|--days must be from 1 to 36500, but was 0",
        "violations --policy id:7|--policy must be a name, since Xray policies have no ids",
        "watches --policy id:7|--policy must be a name, since Xray policies have no ids"
      })
  void refuseAWrongOptionBeforeAnyRequest(String command, String message) {
    assertThat(onServer(command.split(" "))).isEqualTo(2);

    assertThat(err.toString()).startsWith(message);
    assertThat(requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "policies, --name, --name must be a name",
    "watches, --policy, --policy must be a name or an ID",
    "watches, --repo, --repo is blank",
    "conditions, --package-type, --package-type must be a name",
    "curation-policies, --condition, --condition must be a name or an ID",
    "violations, --watch, --watch must be a name or an ID"
  })
  void refuseABlankOption(String command, String option, String message) {
    assertThat(onServer(command, option, " ")).isEqualTo(2);

    assertThat(err.toString()).startsWith(message);
    assertThat(requests()).isEmpty();
  }

  @Test
  void printOneObjectOnEachLineAsJson() throws java.io.IOException {
    assertThat(onServer("labels", "--name", "approved-*", "--format", "json")).isZero();

    assertThat(out.toString()).hasLineCount(1);
    assertThat(json().get("description").asText()).isEqualTo("seen");
  }
}
