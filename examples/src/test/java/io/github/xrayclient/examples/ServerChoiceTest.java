package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.ServerOptions;
import io.github.xrayclient.examples.cli.UsageErrors;
import io.github.xrayclient.examples.listing.ListPolicies;
import io.github.xrayclient.testing.FakeXray;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Which server a command uses, and which token it sends. */
class ServerChoiceTest extends CommandLineFixture {
  /** The options of a command that was called with these arguments. */
  private static ServerOptions options(String... arguments) {
    CommandLine commands = XrayExamples.newCommandLine();
    CommandLine.ParseResult parsed = commands.parseArgs(arguments);
    return ((ListPolicies) parsed.subcommand().commandSpec().userObject()).server;
  }

  private static void refuses(Map<String, String> environment, String words, String... arguments) {
    assertThatThrownBy(() -> options(arguments).connect(environment))
        .isInstanceOf(UsageErrors.Refused.class)
        .hasMessageContaining(words)
        .hasMessageContainingAll("--url", "--server-id", "--demo")
        .hasMessageNotContaining(TOKEN);
  }

  private static void answers(Map<String, String> environment, String... arguments)
      throws Exception {
    try (Server server = options(arguments).connect(environment)) {
      assertThat(server.xray().policies().list()).hasSize(1);
    }
  }

  @Test
  void isRefusedIfNothingNamesAServer() {
    refuses(Map.of(), "no server URL is set", "policies");
    refuses(Map.of("JF_ACCESS_TOKEN", TOKEN), "no server URL is set", "policies");
    refuses(Map.of("PATH", "/bin"), "no server URL is set", "policies", "--token", TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JF_URL", "JFROG_URL", "XRAY_URL"})
  void isRefusedForAnEmptyVariable(String variable) {
    Map<String, String> environment = Map.of(variable, " ", "JF_ACCESS_TOKEN", TOKEN);

    refuses(environment, variable + " is set but empty", "policies");
    refuses(environment, variable + " is set but empty", "policies", "--url", fake.url());
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void isTheOneOfTheEnvironment() throws Exception {
    answers(Map.of("JFROG_URL", fake.url(), "JFROG_ACCESS_TOKEN", TOKEN), "policies");
  }

  @Test
  void isTheOneThatHasAToken() throws Exception {
    answers(
        Map.of(
            "JF_URL", "https://other.example", "XRAY_URL", fake.url(), "XRAY_ACCESS_TOKEN", TOKEN),
        "policies");
  }

  @Test
  void getsTheTokenOfTheEnvironmentIfThatNamesTheSameOrNoServer() throws Exception {
    answers(Map.of("JF_ACCESS_TOKEN", TOKEN), "policies", "--url", fake.url());
    answers(
        Map.of("JF_URL", fake.url() + "/xray", "JF_ACCESS_TOKEN", TOKEN),
        "policies",
        "--url",
        fake.url() + "/artifactory");
  }

  @Test
  void getsNoTokenOfAnotherServer() {
    Map<String, String> environment = Map.of(
        "JF_URL", "https://acme.example",
        "JF_ACCESS_TOKEN", TOKEN,
        "XRAY_ACCESS_TOKEN", TOKEN);

    refuses(environment, "another server", "policies", "--url", fake.url());

    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void getsTheTokenThatIsGivenForIt() throws Exception {
    String file = tokenFile().toString();
    Map<String, String> environment =
        Map.of("JF_URL", "https://acme.example", "JF_ACCESS_TOKEN", "other");

    answers(environment, "policies", "--url", fake.url(), "--token-file", file);
    answers(
        Map.of("JF_URL", fake.url(), "JF_ACCESS_TOKEN", "other"), "policies", "--token-file", file);
  }

  @Nested
  class OfJFrogCli {
    @TempDir
    Path home;

    @BeforeEach
    void configure() throws Exception {
      Files.writeString(
          home.resolve("jfrog-cli.conf.v6"),
          "{\"servers\":[{\"serverId\":\"main\",\"isDefault\":true,\"url\":\"" + fake.url()
              + "/\",\"accessToken\":\"" + TOKEN + "\"},"
              + "{\"serverId\":\"other\",\"url\":\"https://other.example\",\"accessToken\":\""
              + TOKEN + "\"}],\"version\":\"6\"}");
    }

    private Map<String, String> environment(String... more) {
      Map<String, String> environment = new HashMap<>();
      environment.put("JFROG_CLI_HOME_DIR", home.toString());
      for (int i = 0; i < more.length; i += 2) {
        environment.put(more[i], more[i + 1]);
      }
      return environment;
    }

    @Test
    void isTheOneThatIsNamed() throws Exception {
      answers(environment(), "policies", "--server-id", "main");
      answers(
          environment("JFROG_CLI_SERVER_ID", "other", "JF_URL", "https://a.example"),
          "policies",
          "--server-id",
          "main");
    }

    @Test
    void isTheOneOfTheVariableIfNoUrlIsGiven() throws Exception {
      answers(environment("JFROG_CLI_SERVER_ID", "main"), "policies");
      answers(
          environment(
              "JFROG_CLI_SERVER_ID", "other", "JF_URL", fake.url(), "JF_ACCESS_TOKEN", TOKEN),
          "policies");
      answers(
          environment("JFROG_CLI_SERVER_ID", "other", "JF_ACCESS_TOKEN", TOKEN),
          "policies",
          "--url",
          fake.url());
    }

    @Test
    void getsTheTokenThatIsGivenForIt() throws Exception {
      fake.requireToken("another");
      Path file = Files.writeString(home.resolve("token"), "another\n");

      answers(environment(), "policies", "--server-id", "main", "--token-file", file.toString());
    }

    @Test
    void isNeverTheDefaultUnasked() {
      refuses(environment(), "no server URL is set", "policies");
      refuses(environment("JFROG_CLI_SERVER_ID", " "), "no server URL is set", "policies");
      assertThat(fake.requests()).isEmpty();
    }

    @Test
    void thatDoesNotExistIsRefused() {
      refuses(
          environment(),
          "has no server with the id \"third\"; its servers are main, other",
          "policies",
          "--server-id",
          "third");
      refuses(
          Map.of("JFROG_CLI_HOME_DIR", home.resolve("none").toString()),
          "there is no configuration of JFrog CLI",
          "policies",
          "--server-id",
          "main");
    }

    @Test
    void cannotBeUsedTogetherWithAnotherServer() {
      assertThat(run("policies", "--server-id", "main", "--url", fake.url())).isEqualTo(2);
      assertThat(err.toString()).contains("--url and --server-id cannot be used together");
      assertThat(run("policies", "--server-id", "main", "--demo")).isEqualTo(2);
      assertThat(err.toString()).contains("--demo uses an embedded server");
      assertThat(fake.requests()).isEmpty();
    }

    @Test
    void needsAnId() {
      assertThat(run("policies", "--server-id", "")).isEqualTo(2);
      assertThat(err.toString()).contains("--server-id is empty");
    }
  }

  @Test
  void getsATokenFromStandardInput() {
    InputStream in = System.in;
    System.setIn(new ByteArrayInputStream((TOKEN + "\n").getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(run("policies", "--url", fake.url(), "--token-file", "-")).isZero();
    } finally {
      System.setIn(in);
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void isNotAskedForALogAndATokenThatBothAreStandardInput() {
    assertThat(run("explain", "--url", fake.url(), "--token-file", "-", "--message-file", "-"))
        .isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("standard input");
  }

  @Test
  void isNotTakenFromATokenThatStandsWhereItsFileBelongs() throws IOException {
    Path empty = Files.createFile(secrets.resolve("empty"));

    assertThat(run("policies", "--url", fake.url(), "--token-file", TOKEN)).isEqualTo(3);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("the file of --token-file cannot be read");

    assertThat(run("policies", "--url", fake.url(), "--token-file", TOKEN + "\0"))
        .isEqualTo(3);
    assertThat(run("policies", "--url", fake.url(), "--token-file", "")).isEqualTo(3);
    assertThat(run("policies", "--url", fake.url(), "--token-file", empty.toString()))
        .isEqualTo(3);
    assertThat(err.toString()).contains("the file of --token-file is empty").doesNotContain(TOKEN);
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void isRefusedInTheWordsOfTheOptions() {
    assertThat(run("policies", "--url", "http://acme.example", "--token", TOKEN))
        .isEqualTo(2);
    assertThat(err.toString()).contains("not encrypted", "--allow-plain-http");
  }

  @Test
  void warnsOfATokenThatOthersCanSee() {
    assertThat(run("policies", "--url", fake.url(), "--token", TOKEN)).isZero();

    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString())
        .startsWith("Other users of this computer can see the token")
        .doesNotContain(TOKEN);
  }

  @Test
  void isEmbeddedOnlyForTheDemo() {
    assertThat(run("policies", "--demo")).isZero();
    assertThat(err.toString().lines())
        .containsExactly("This command uses an embedded server with demo data.");
    assertThat(run("policies")).isEqualTo(2);
    assertThat(run("policies", "--url", "")).isEqualTo(2);
    assertThat(err.toString()).contains("--url is empty");
  }

  @Test
  void isNotExportedOverAnotherOne(@TempDir Path folder) {
    String directory = folder.resolve("governance").toString();
    assertThat(onServer("export", directory)).isZero();

    try (FakeXray other = FakeXray.start()) {
      String[] export = {"export", directory, "--url", other.url(), "--token", "any"};
      assertThat(run(export)).isEqualTo(3);
      assertThat(err.toString()).contains(fake.url(), other.url(), "--replace-source");
      assertThat(run("drift", directory, "--url", fake.url(), "--token", TOKEN)).isZero();

      assertThat(
              run("export", directory, "--url", other.url(), "--token", "any", "--replace-source"))
          .isZero();
      assertThat(run("drift", directory, "--url", other.url(), "--token", "any"))
          .isZero();
    }
  }
}
