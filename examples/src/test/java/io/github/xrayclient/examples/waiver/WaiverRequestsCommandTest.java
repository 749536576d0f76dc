package io.github.xrayclient.examples.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.xrayclient.examples.CommandLineFixture;
import io.github.xrayclient.testing.FakeXray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaiverRequestsCommandTest extends CommandLineFixture {
  @BeforeEach
  void seed() {
    fake.seed(
        FakeXray.Kind.WAIVER_REQUESTS,
        "[" + request(51, "pending", "left-pad", "dev-1", "11", true) + ","
            + request(52, "pending", "six", "dev-2", "12", false) + ","
            + request(53, "approved", "seven", "dev-1", "11", true) + "]");
  }

  private static String request(
      int id, String status, String name, String user, String policy, boolean mine) {
    return ("{'id':" + id + ",'status':'" + status + "','created_at':'2025-12-26T14:05:57Z',"
            + "'requesters':[{'user':'" + user + "','justification':'needed'}],"
            + "'repo_key':'npm-remote','pkg_type':'npm','pkg_name':'" + name
            + "','pkg_version':'1.0','policies':[{'id':'" + policy + "','name':'p" + policy
            + "','can_approve':" + mine + "}]}")
        .replace('\'', '"');
  }

  private int run(String options) {
    List<String> arguments = new ArrayList<>(List.of("waiver-requests"));
    Arrays.stream(options.split(" ", -1)).filter(word -> !word.isEmpty()).forEach(arguments::add);
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    fake.clearRequests();
    return onServer(arguments.toArray(new String[0]));
  }

  private long posts() {
    return fake.requests().stream()
        .filter(request -> request.method().equals("POST"))
        .count();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 51",
    "--all, 51 52",
    "--all --requester DEV-2, 52",
    "--all --package six --type npm --version 1.0, 52",
    "--all --policy 12, 52",
    "--all --policy malicious-npm-packages, 52",
    "--status approved, 53",
    "--status any --requester dev-1, 51 53",
  })
  void areFiltered(String options, String ids) throws IOException {
    assertThat(run(options + " --format json")).as(err.toString()).isZero();

    List<String> found = new ArrayList<>();
    for (String line : out.toString().strip().split("\n", -1)) {
      found.add(new ObjectMapper().readTree(line).get("id").asText());
    }
    assertThat(String.join(" ", found)).isEqualTo(ids);
  }

  @Test
  void showWhoRequested() {
    assertThat(run("--status any")).isZero();

    assertThat(out.toString()).contains("WHO", "dev-2", "approved", "seven:1.0");
  }

  @Test
  void areDecidedOnce() {
    assertThat(run("--approve 51 --reject 52 --justification ok"))
        .as(err.toString())
        .isZero();
    assertThat(out.toString().lines()).containsExactly("Approved 51.", "Rejected 52.");
    assertThat(posts()).isEqualTo(2);

    assertThat(run("--approve 51 --reject 52 --justification ok --format json")).isZero();

    assertThat(posts()).isZero();
    assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.contains("already"));
    assertThat(out.toString().lines())
        .hasSize(2)
        .first()
        .isEqualTo("{\"id\":\"51\",\"outcome\":\"UNCHANGED\",\"decision\":"
            + "{\"status\":\"approved\",\"justification\":\"ok\"}}");
  }

  @Test
  void areNotDecidedOnADryRun() {
    assertThat(run("--approve 51 --approve 53 --days 3 --justification ok --dry-run"))
        .isZero();

    assertThat(posts()).isZero();
    assertThat(out.toString()).isEqualTo("Would approve 51.\n");
    assertThat(err.toString())
        .contains("Waiver request 53 is approved already, so it would not be changed.");
  }

  @Test
  void areRequestedOnce() {
    fake.seed(
        FakeXray.Kind.REPOSITORIES,
        "{\"key\":\"npm-remote\",\"rclass\":\"remote\",\"packageType\":\"npm\"}");
    String[] request = {
      "request-waiver",
      "--type",
      "npm",
      "--package",
      "left-pad",
      "--version",
      "1.0",
      "--repo",
      "npm-remote",
      "--reason",
      "needed too"
    };
    assertThat(onServer(request)).as(err.toString()).isZero();
    fake.clearRequests();

    assertThat(onServer(request)).isZero();

    assertThat(posts()).isZero();
    assertThat(err.toString()).contains("This waiver is requested already");
    assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.contains("51"));
  }

  @Test
  void areNotBothApprovedAndRejected() {
    assertThat(run("--approve 51 --reject 52 --reject 51 --justification ok")).isEqualTo(2);

    assertThat(fake.requests()).isEmpty();
    assertThat(err.toString())
        .isEqualTo("--approve and --reject both name the request 51; leave one of them out\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--all",
        "--status any",
        "--policy 11",
        "--requester dev-1",
        "--type npm",
        "--package six",
        "--version 1.0"
      })
  void areNotDecidedWithFilters(String filter) {
    assertThat(run("--approve 51 --justification ok " + filter)).isEqualTo(2);

    assertThat(fake.requests()).isEmpty();
    assertThat(err.toString()).contains("decide requests by their IDs");
  }

  @Test
  void warnOnADryRunThatTheyAreDecidedOtherwise() {
    assertThat(run("--reject 53 --justification ok --dry-run")).isZero();

    assertThat(posts()).isZero();
    assertThat(err.toString())
        .contains("Waiver request 53 is not pending but approved, so the server may refuse");
  }
}
