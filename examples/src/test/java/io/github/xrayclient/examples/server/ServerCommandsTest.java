package io.github.xrayclient.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.xrayclient.examples.CommandLineFixture;
import io.github.xrayclient.examples.XrayExamples;
import io.github.xrayclient.testing.FakeXray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that show which server is used, and what its token may do. */
class ServerCommandsTest extends CommandLineFixture {
  @TempDir
  Path folder;

  private String stdout = "";
  private String stderr = "";

  /** Runs a command in a JVM of its own, with these variables and no others that matter. */
  private int in(Map<String, String> variables, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        XrayExamples.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command);
    process
        .environment()
        .keySet()
        .removeIf(name -> name.matches("(JF|JFROG|XRAY)_.*|.*(?i:_proxy)"));
    process.environment().put("JFROG_CLI_HOME_DIR", folder.toString());
    process.environment().putAll(variables);
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    int code =
        process.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    stdout = Files.readString(out);
    stderr = Files.readString(err);
    return code;
  }

  private void configureCli() throws IOException {
    Files.writeString(
        folder.resolve("jfrog-cli.conf.v6"),
        ("{'servers':[{'serverId':'acme','url':'https://acme.example','accessToken':'hidden-token',"
                + "'isDefault':true,'user':'ci'}]}")
            .replace('\'', '"'));
  }

  @Nested
  class Servers {
    @Test
    void showAllAndMarkTheOneThatIsUsed() throws Exception {
      configureCli();
      Map<String, String> variables =
          Map.of("JF_URL", "https://env.example", "JF_ACCESS_TOKEN", "hidden-token");

      assertThat(in(variables, "servers")).isZero();
      assertThat(stdout)
          .containsPattern("\\* +JF +environment +https://env.example .*token")
          .containsPattern("(?m)^ +acme +JFrog CLI, default +https://acme.example +ci +token")
          .doesNotContain("hidden");
      assertThat(stderr).contains("A command uses JF, because JF_URL names it.");

      assertThat(in(variables, "servers", "--server-id", "acme", "--format", "json"))
          .isZero();
      List<JsonNode> rows = new ArrayList<>();
      for (String line : stdout.strip().split("\n", -1)) {
        rows.add(new ObjectMapper().readTree(line));
      }
      assertThat(rows).extracting(row -> row.get("name").asText()).containsExactly("JF", "acme");
      assertThat(rows).extracting(row -> row.get("used").asBoolean()).containsExactly(false, true);
    }

    @Test
    void sayThatTheDefaultOfJFrogCliIsNotUsed() throws Exception {
      configureCli();

      assertThat(in(Map.of(), "servers")).isZero();
      assertThat(stdout).doesNotContain("*");
      assertThat(stderr).contains("A command is refused", "default server of JFrog CLI");
    }
  }

  @Nested
  class Ping {
    @Test
    void showsWhatTheTokenMayDo() {
      fake.version("3.138.0").forbid("/xray/api/v2/watches");

      assertThat(onServer("ping")).as(err.toString()).isZero();
      assertThat(out.toString())
          .contains("URL      " + fake.url(), "Version  3.138.0")
          .containsPattern("policies +readable")
          .containsPattern("watches +refused")
          .doesNotContain(TOKEN);
    }

    @Test
    void showsItAsJson() throws Exception {
      assertThat(onServer("ping", "--format", "json")).isZero();
      assertThat(json().get("url").asText()).isEqualTo(fake.url());
      assertThat(json().get("areas").get(0).get("access").asText()).isEqualTo("READABLE");
    }

    @Test
    void failsIfNothingIsReadable() {
      fake.forbid("/");

      assertThat(onServer("ping")).isEqualTo(3);
      assertThat(out.toString())
          .containsPattern("policies +refused +\\S+")
          .contains("Writes   not known: this user is not an administrator, and servers do not tell"
              + " in advance what such a user may change");
      assertThat(err.toString()).contains("the token may read nothing");
    }

    @Test
    void failsWithARemedyForAWrongToken() {
      assertThat(run("ping", "--url", fake.url(), "--token", "wrong")).isEqualTo(3);
      assertThat(err.toString()).contains("401", "--token-file");
      assertThat(out.toString()).isEmpty();
    }

    @Test
    void failsWithARemedyIfThereIsNoServer() {
      String url = fake.url();
      fake.close();

      assertThat(run("ping", "--url", url, "--token", "t")).isEqualTo(3);
      assertThat(err.toString()).contains("refused the connection");
    }
  }

  @Nested
  class Proxies {
    @Test
    void ofTheEnvironmentAreUsed() throws Exception {
      fake.close();
      fake = FakeXray.start(); // gets the requests that are meant for another host

      Map<String, String> variables = Map.of(
          "JF_URL", "http://xray.example", "JF_ACCESS_TOKEN", "t0ken", "HTTP_PROXY", fake.url());
      in(variables, "policies", "--allow-plain-http");

      assertThat(fake.requests()).as(stderr).isNotEmpty();
    }

    @Test
    void withAWrongUrlAreRefusedByTheNameOfTheVariable() throws Exception {
      Map<String, String> variables = Map.of(
          "JF_URL", fake.url(), "JF_ACCESS_TOKEN", TOKEN, "https_proxy", "socks5://u:hidden@p:1");

      assertThat(in(variables, "policies")).isEqualTo(2);
      assertThat(stderr).contains("https_proxy must begin with http://").doesNotContain("hidden");
    }
  }
}
