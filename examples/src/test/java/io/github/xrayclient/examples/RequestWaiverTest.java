package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.RecordedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command that requests a waiver, and the commands that explanations print. */
class RequestWaiverTest extends CommandLineFixture {
  private int request(String reason, String... more) {
    List<String> arguments = new ArrayList<>(List.of(
        "request-waiver",
        "--type",
        "npm",
        "--package",
        "left-pad",
        "--version",
        "1.3.0",
        "--repo",
        "npm-remote",
        "--reason",
        reason));
    arguments.addAll(List.of(more));
    return onServer(arguments.toArray(new String[0]));
  }

  private List<RecordedRequest> sent() {
    return fake.requests().stream()
        .filter(request -> request.method().equals("POST"))
        .filter(request -> request.path().endsWith("/waiver_requests"))
        .collect(Collectors.toList());
  }

  @Test
  void sendsTheRequest() {
    fake.seed(
        FakeXray.Kind.REPOSITORIES,
        "{\"key\":\"npm-remote\",\"rclass\":\"remote\",\"packageType\":\"npm\"}");

    int exit = request("needed until the upgrade");

    assertThat(sent()).singleElement().satisfies(request -> {
      assertThat(request.json().get("pkg_name").asText()).isEqualTo("left-pad");
      assertThat(request.json().get("repo_key").asText()).isEqualTo("npm-remote");
      assertThat(request.json().get("reason").asText()).isEqualTo("needed until the upgrade");
    });
    assertThat(exit).as(err.toString()).isZero();
    assertThat(out.toString()).startsWith("Waiver request ");
  }

  @Test
  void sendsNothingOnADryRun() {
    assertThat(request("needed until the upgrade", "--dry-run")).isZero();

    assertThat(out.toString()).contains("\"pkg_name\":\"left-pad\"");
    assertThat(sent()).isEmpty();
  }

  @Test
  void saysOnADryRunThatTheRequestIsPending() {
    fake.seed(
        FakeXray.Kind.REPOSITORIES,
        "{\"key\":\"npm-remote\",\"rclass\":\"remote\",\"packageType\":\"npm\"}");
    assertThat(request("needed until the upgrade")).isZero();
    out.getBuffer().setLength(0);

    assertThat(request("needed until the upgrade", "--dry-run"))
        .as(err.toString())
        .isZero();

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("so no request would be sent");
    assertThat(sent()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "four", "     four    "})
  void refusesAReasonThatIsTooShort(String reason) {
    assertThat(request(reason)).isEqualTo(2);

    assertThat(err.toString()).contains("--reason must have 5 to 300 characters");
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void printsCommandsThatWorkAfterADemo() {
    run("explain", "--demo", "--repo", "example-repo-local", "--path", "org/acme/app-1.0.jar");

    assertThat(out.toString())
        .contains("java -jar xray-examples.jar ignore --demo --repo='example-repo-local'")
        .doesNotContain("--url=", "curl "); // the head of the report names the server

    out.getBuffer().setLength(0);
    assertThat(run(
            "ignore",
            "--demo",
            "--repo",
            "example-repo-local",
            "--path",
            "org/acme/app-1.0.jar",
            "--days",
            "30",
            "--notes",
            "n"))
        .isZero();
    assertThat(out.toString()).doesNotContain("127.0.0.1", "localhost");
  }
}
