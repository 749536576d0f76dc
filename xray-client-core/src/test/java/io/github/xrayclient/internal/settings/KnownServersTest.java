package io.github.xrayclient.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.server.KnownServer;
import io.github.xrayclient.server.KnownServers;
import io.github.xrayclient.testsupport.Fixtures;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The servers that the environment and JFrog CLI know. */
class KnownServersTest {
  private static final String CONFIGURATION = "{'servers': ["
      + "{'serverId': 'acme', 'url': 'https://acme.example/', 'accessToken': 'hidden-1',"
      + " 'isDefault': true, 'user': 'ci'},"
      + "{'serverId': 'pass', 'url': 'https://p.example', 'user': 'u', 'password': 'hidden-2'},"
      + "{'serverId': 'ssh', 'url': 'https://s.example', 'sshKeyPath': '/k'},"
      + "{'serverId': 'old', 'url': 'https://o.example', 'refreshToken': 'hidden-3'},"
      + "{'serverId': 'none', 'url': 'https://n.example'},"
      + "{'serverId': 'bad', 'url': 'acme', 'accessToken': 'hidden-4'}]}";

  @TempDir
  Path home;

  private Map<String, String> variables(String... pairs) {
    Map<String, String> variables = new HashMap<>();
    variables.put("JFROG_CLI_HOME_DIR", home.toString());
    for (int i = 0; i < pairs.length; i += 2) {
      variables.put(pairs[i], pairs[i + 1]);
    }
    return variables;
  }

  private void configure(String json) throws IOException {
    Files.writeString(home.resolve("jfrog-cli.conf.v6"), json.replace('\'', '"'));
  }

  private static String jwt(String claims) {
    String payload = Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return "e30." + payload + ".c2ln";
  }

  @Test
  void areNoneWithoutVariablesAndConfiguration() {
    KnownServers known = KnownServers.of(variables());

    assertThat(known.all()).isEmpty();
    assertThat(known.used()).isEmpty();
    assertThat(known.unreadConfiguration()).isEmpty();
  }

  @Test
  void areThoseOfTheEnvironmentWithTheirUsers() {
    String token = jwt("{\"sub\":\"jfac@01/users/deployer\"}");
    KnownServers known = KnownServers.of(variables(
        "JF_URL",
        "https://a.example/xray",
        "XRAY_URL",
        "https://b.example",
        "XRAY_ACCESS_TOKEN",
        token,
        "JFROG_ACCESS_TOKEN",
        "hidden"));

    assertThat(known.all())
        .extracting(server ->
            server.name() + " " + server.url() + " " + server.user() + " " + server.problem())
        .containsExactly(
            "JF Optional[https://a.example] Optional.empty Optional[CREDENTIALS]",
            "JFROG Optional.empty Optional.empty Optional[URL]",
            "XRAY Optional[https://b.example] Optional[deployer] Optional.empty");
    assertThat(known.used().map(KnownServer::name)).contains("XRAY");
    assertThat(known.toString()).doesNotContain("hidden", token);
  }

  @ParameterizedTest
  @CsvSource({
    "acme, TOKEN, ,",
    "pass, PASSWORD, ,",
    "ssh, SSH_KEY, CREDENTIALS, SSH key",
    "old, REFRESH_TOKEN, CREDENTIALS, refresh token",
    "none, NONE, CREDENTIALS, neither",
    "bad, TOKEN, URL, must begin with https://",
  })
  void ofJFrogCliSayWhetherTheyCanBeUsed(
      String id, KnownServer.Login login, KnownServer.Problem problem, String advice)
      throws IOException {
    configure(CONFIGURATION);

    KnownServer server = KnownServers.of(variables()).profile(id).orElseThrow();

    assertThat(server.source()).isEqualTo(KnownServer.Source.JFROG_CLI);
    assertThat(server.isDefault()).isEqualTo(id.equals("acme"));
    assertThat(server.login()).isEqualTo(login);
    assertThat(server.problem().orElse(null)).isEqualTo(problem);
    assertThat(server.problemText().orElse("")).contains(advice == null ? "" : advice);
    assertThat(server.toString() + server.problemText()).doesNotContain("hidden");
    if (problem == null) {
      XrayClient.builder().cliProfile(id, variables()).build().close();
    } else {
      assertThatThrownBy(() -> XrayClient.builder().cliProfile(id, variables()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith(server.problemText().orElseThrow());
    }
  }

  @Test
  void withEncryptedCredentialsSaySo() throws IOException {
    Files.writeString(
        home.resolve("jfrog-cli.conf.v6"), Fixtures.text("cli/jfrog-cli_v6-encrypted.json"));

    assertThat(KnownServers.of(variables()).all())
        .isNotEmpty()
        .allSatisfy(server -> assertThat(server.problem()).contains(KnownServer.Problem.ENCRYPTED));
  }

  @Test
  void ofABrokenConfigurationAreMissingWithAReason() throws IOException {
    configure("{'servers': hidden-5");

    KnownServers known =
        KnownServers.of(variables("JF_URL", "https://a.example", "JF_ACCESS_TOKEN", "t"));

    assertThat(known.all()).extracting(KnownServer::name).containsExactly("JF");
    assertThat(known.unreadConfiguration().orElseThrow())
        .contains("is not valid JSON")
        .doesNotContain("hidden");
  }

  @ParameterizedTest
  @CsvSource({
    "JFROG_CLI_SERVER_ID=pass, pass, https://p.example",
    "JFROG_CLI_SERVER_ID=pass JF_URL=https://a.example JF_ACCESS_TOKEN=t, JF, https://a.example",
    "JF_URL=https://a.example XRAY_URL=https://b.example XRAY_ACCESS_TOKEN=t, XRAY,"
        + " https://b.example",
  })
  void areUsedAsAClientUsesThem(String settings, String name, String url) throws IOException {
    configure(CONFIGURATION);
    String[] pairs = settings.split("[= ]");
    Map<String, String> variables = variables(pairs);

    KnownServer used = KnownServers.of(variables).used().orElseThrow();

    assertThat(used.name()).isEqualTo(name);
    assertThat(used.url()).contains(URI.create(url));
    try (XrayClient xray =
        XrayClient.builder().environmentOrCliProfile(variables).build()) {
      assertThat(xray.baseUrl()).isEqualTo(URI.create(url));
    }
  }

  @Test
  void doNotUseTheDefaultOfJFrogCliUnasked() throws IOException {
    configure(CONFIGURATION);

    assertThat(KnownServers.of(variables()).used()).isEmpty();
    assertThatThrownBy(() -> XrayClient.builder().environmentOrCliProfile(variables()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no server URL is set");
  }
}
