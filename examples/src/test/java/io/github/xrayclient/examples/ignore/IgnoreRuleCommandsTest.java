package io.github.xrayclient.examples.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.examples.CommandLineFixture;
import io.github.xrayclient.examples.WriteFaults;
import io.github.xrayclient.testing.FakeXray;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The commands that list, create and delete ignore rules. */
class IgnoreRuleCommandsTest extends CommandLineFixture {
  private int create(String... more) {
    String[] arguments = new String[more.length + 7];
    System.arraycopy(
        new String[] {
          "create-ignore-rule", "--cve", "CVE-1", "--component", "npm://@a/b@1.0", "--notes", "why"
        },
        0,
        arguments,
        0,
        7);
    System.arraycopy(more, 0, arguments, 7, more.length);
    return onServer(arguments);
  }

  private List<JsonNode> rules() {
    return fake.stored(FakeXray.Kind.IGNORE_RULES).stream()
        .filter(rule -> rule.path("deleted_at").asText("").isEmpty())
        .collect(Collectors.toList());
  }

  private long writes() {
    return fake.requests().stream()
        .filter(request -> !request.method().equals("GET"))
        .count();
  }

  @Test
  void createARuleOnce() {
    assertThat(create("--days", "30")).as(err.toString()).isZero();
    assertThat(rules()).singleElement().satisfies(rule -> {
      assertThat(rule.at("/ignore_filters/cves/0").asText()).isEqualTo("CVE-1");
      assertThat(rule.at("/ignore_filters/components/0/name").asText()).isEqualTo("npm://@a/b");
      assertThat(rule.at("/ignore_filters/components/0/version").asText()).isEqualTo("1.0");
    });
    assertThat(out.toString()).contains("CVE-1", "npm://@a/b:1.0", "why");

    assertThat(create("--never-expires")).isZero();
    assertThat(err.toString()).contains("is in force already");
    assertThat(rules()).hasSize(1);
    assertThat(writes()).isEqualTo(1);
  }

  @Test
  void showNoBodyOnADryRunIfARuleIsInForce() {
    assertThat(create("--days", "30")).isZero();
    out.getBuffer().setLength(0);

    assertThat(create("--days", "30", "--dry-run", "--format", "json")).isZero();

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("is in force already");
  }

  @Test
  void coverAnArtifact() {
    assertThat(create("--days", "30", "--artifact", "app.jar@1.0")).isZero();

    assertThat(rules())
        .singleElement()
        .satisfies(rule ->
            assertThat(rule.at("/ignore_filters/artifacts/0/version").asText()).isEqualTo("1.0"));
  }

  @Test
  void showTheBodyOfADryRun() throws Exception {
    assertThat(create("--days", "30", "--dry-run", "--format", "json")).isZero();
    assertThat(json().at("/ignore_filters/cves/0").asText()).isEqualTo("CVE-1");
    assertThat(json().has("expires_at")).isTrue();
    assertThat(writes()).isZero();
  }

  @Test
  void refuseARuleWithoutAnythingToIgnore() {
    assertThat(onServer("create-ignore-rule", "--watch", "w", "--never-expires", "--notes", "n"))
        .isEqualTo(2);
    assertThat(create("--days", "0")).isEqualTo(2);
    assertThat(create()).isEqualTo(2);
    assertThat(writes()).isZero();
  }

  @Test
  void listRulesByFilters() {
    create("--days", "3");
    out.getBuffer().setLength(0);

    assertThat(onServer("ignore-rules", "--cve", "CVE-1", "--expires-in", "5")).isZero();
    assertThat(out.toString()).contains("ID", "WHAT", "CVE-1");

    out.getBuffer().setLength(0);
    assertThat(onServer("ignore-rules", "--expires-in", "2")).isZero();
    assertThat(out.toString()).doesNotContain("CVE-1");
  }

  @Test
  void deleteRulesOnce() {
    create("--never-expires");
    String id = rules().get(0).get("id").asText();

    assertThat(onServer("delete-ignore-rule", "--rule", id, "--dry-run")).isZero();
    assertThat(rules()).hasSize(1);

    assertThat(onServer("delete-ignore-rule", "--rule", id)).isZero();
    assertThat(rules()).isEmpty();
    assertThat(writes()).isEqualTo(2);

    assertThat(onServer("delete-ignore-rule", "--rule", id)).isZero();
    assertThat(err.toString()).contains("does not exist or was deleted before");
    assertThat(writes()).isEqualTo(2);

    out.getBuffer().setLength(0);
    assertThat(onServer("ignore-rules", "--deleted")).isZero();
    assertThat(out.toString()).contains("deleted");
  }

  @Test
  void nameAWatchByItsNameOrId() {
    String name =
        fake.stored(FakeXray.Kind.WATCHES).get(0).at("/general_data/name").asText();
    String id = fake.stored(FakeXray.Kind.WATCHES).get(0).at("/general_data/id").asText();

    assertThat(create("--watch", "id:" + id, "--policy", "name:p", "--days", "3"))
        .as(err.toString())
        .isZero();
    assertThat(rules()).singleElement().satisfies(rule -> {
      assertThat(rule.at("/ignore_filters/watches/0").asText()).isEqualTo(name);
      assertThat(rule.at("/ignore_filters/policies/0").asText()).isEqualTo("p");
    });

    out.getBuffer().setLength(0);
    assertThat(onServer("ignore-rules", "--watch", id, "--policy", "name:p")).isZero();
    assertThat(out.toString()).contains("CVE-1");
  }

  @Test
  void refuseToCreateARuleForAWatchThatDoesNotExist() {
    assertThat(create("--watch", "nope", "--days", "3")).isEqualTo(3);
    assertThat(create("--policy", "id:1", "--days", "3")).isEqualTo(2);
    assertThat(err.toString()).contains("no watch has the name \"nope\"", "have no ids");
    assertThat(writes()).isZero();
  }

  @Test
  void listTheRulesOfAWatchThatWasDeleted() {
    assertThat(create("--watch", "name:gone", "--days", "3")).isZero();

    out.getBuffer().setLength(0);
    assertThat(onServer("ignore-rules", "--watch", "gone")).as(err.toString()).isZero();
    assertThat(out.toString()).contains("CVE-1");
    assertThat(onServer("ignore-rules", "--watch", "id:gone")).isEqualTo(3);
  }

  @Test
  void refuseANumberOfDaysThatIsNone() {
    assertThat(onServer("ignore-rules", "--expires-in", "-1")).isEqualTo(2);
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void showTheRulesThatWereDeletedBeforeAFailure() {
    create("--never-expires");
    onServer("create-ignore-rule", "--cve", "CVE-2", "--never-expires", "--notes", "n");
    List<String> ids =
        rules().stream().map(rule -> rule.get("id").asText()).collect(Collectors.toList());
    out.getBuffer().setLength(0);

    try (WriteFaults faults = new WriteFaults(fake.url(), "{}")) {
      faults.next(WriteFaults.Fate.PASS, WriteFaults.Fate.FORBID);
      int exit = run(
          "delete-ignore-rule",
          "--rule",
          ids.get(0),
          "--rule",
          ids.get(1),
          "--url",
          faults.url(),
          "--token-file",
          tokenFile().toString());
      assertThat(exit).as(err.toString()).isEqualTo(4);
    }

    assertThat(out.toString()).contains(ids.get(0)).doesNotContain(ids.get(1));
  }
}
