package io.github.xrayclient.examples.habits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.examples.CommandLineFixture;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs commands with the options that many commands have in common. */
class CommonOptionsTest extends CommandLineFixture {
  @Test
  void quietLeavesOutNotesButNotWarnings() {
    assertThat(run("policies", "--demo")).isZero();
    assertThat(err.toString()).isEqualTo("This command uses an embedded server with demo data.\n");
    err.getBuffer().setLength(0);

    assertThat(run("policies", "--demo", "--quiet")).isZero();
    assertThat(err.toString()).isEmpty();

    assertThat(run("policies", "--url", fake.url(), "--token", TOKEN, "-q")).isZero();
    assertThat(err.toString().lines()).singleElement().asString().contains("--token-file");
  }

  @Test
  void verbosePrintsRequestsWithTimesAndWithoutSecrets() {
    assertThat(onServer("policies", "--verbose")).isZero();

    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .matches("GET " + fake.url() + "/xray/api/v2/policies.* answered 200 in \\d+ ms.*");
    assertThat(err.toString()).doesNotContain(TOKEN);
  }

  @Test
  void verbosePrintsJsonForPrograms() {
    assertThat(onServer("policies", "--verbose", "--format", "json")).isZero();

    assertThat(err.toString()).startsWith("{\"level\":\"request\",\"message\":\"GET ");
  }

  @Test
  void timeoutEndsARequestThatTakesTooLong() {
    fake.latency(Duration.ofSeconds(30));

    assertThat(onServer("policies", "--timeout", "50ms")).isEqualTo(3);

    assertThat(err.toString().lines()).singleElement().asString().contains("50 ms");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1h", "soon", "1.5", "", "9999999999", "86401", "1441m"})
  void refusesWhatIsNoTime(String time) {
    assertThat(onServer("policies", "--timeout=" + time)).isEqualTo(2);

    assertThat(err.toString())
        .startsWith("--timeout must be a number of seconds, or a number with ms, s or m");
    assertThat(fake.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "7s", "7m", "7000ms"})
  void acceptsUnitsOfTime(String time) {
    assertThat(onServer("policies", "--timeout", time)).isZero();
  }

  @Test
  void outputDashIsStandardOutput() {
    assertThat(onServer("policies", "--output", "-")).isZero();

    assertThat(out.toString()).startsWith("NAME");
    assertThat(Path.of("-")).doesNotExist();
  }

  @Test
  void outputDashOfAPlanIsItsJson(@TempDir Path folder) throws Exception {
    String exported = folder.resolve("exported").toString();
    assertThat(onServer("export", exported)).isZero();
    out.getBuffer().setLength(0);

    assertThat(onServer("plan", exported, "--output", "-")).isZero();

    assertThat(json().get("schema").asInt()).isEqualTo(1);
    assertThat(Path.of("-")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "policies --nosuch, 2, argument 2 is not an option",
    "policies --project, 2, --project needs a value",
    "polices, 2, did you mean policies?",
    "policies --url http://example.invalid --token t, 2, --allow-plain-http",
  })
  void errorsAreJsonForPrograms(String arguments, int exit, String words) throws Exception {
    String[] all = (arguments + " --format json").split(" ");

    assertThat(run(all)).isEqualTo(exit);

    assertThat(out.toString()).isEmpty();
    assertError(exit, words);
  }

  @Test
  void failuresAreJsonForPrograms() throws Exception {
    fake.failNext(500, 1);

    assertThat(onServer("policies", "--format=JSON")).isEqualTo(3);

    assertError(3, "500");
  }

  private void assertError(int exit, String words) throws Exception {
    out.getBuffer().append(err.toString().lines().reduce((first, last) -> last).orElse(""));
    assertThat(err.toString().lines()).allMatch(line -> line.startsWith("{"));
    assertThat(json().get("level").asText()).isEqualTo("error");
    assertThat(json().get("message").asText()).contains(words);
    assertThat(json().get("exitCode").asInt()).isEqualTo(exit);
  }
}
