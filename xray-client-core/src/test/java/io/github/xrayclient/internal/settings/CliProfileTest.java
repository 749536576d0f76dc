package io.github.xrayclient.internal.settings;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.findAll;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.testsupport.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client of a server in the configuration of JFrog CLI. */
@WireMockTest
class CliProfileTest {
  private static final String BASIC = "Basic "
      + Base64.getEncoder().encodeToString("dev-1:demo-password".getBytes(StandardCharsets.UTF_8));

  @TempDir
  Path home;

  private String url;

  @BeforeEach
  void serve(WireMockRuntimeInfo server) {
    url = server.getHttpBaseUrl();
    stubFor(any(anyUrl()).willReturn(okJson("{}")));
  }

  private void write(String name, String json) throws IOException {
    Files.writeString(home.resolve(name), json.replace('\'', '"').replace("URL", url));
  }

  private void sample(String version) throws IOException {
    Files.writeString(
        home.resolve(version.equals("v6-encrypted") ? "jfrog-cli.conf.v6" : "jfrog-cli.conf.v4"),
        Fixtures.text("cli/jfrog-cli_" + version + ".json"));
  }

  private Map<String, String> variables(String... more) {
    Map<String, String> variables = new HashMap<>();
    variables.put("JFROG_CLI_HOME_DIR", home.toString());
    for (int i = 0; i < more.length; i += 2) {
      variables.put(more[i], more[i + 1]);
    }
    return variables;
  }

  private XrayClientBuilder profile() {
    return XrayClient.builder().cliProfile(variables());
  }

  private XrayClientBuilder profile(String serverId) {
    return XrayClient.builder().cliProfile(serverId, variables());
  }

  /** The logins of two calls with this profile. */
  private static List<String> logins(XrayClientBuilder builder) {
    try (XrayClient xray = builder.build()) {
      xray.call("GET", "/x").send();
      xray.call("GET", "/x").send();
    }
    return findAll(anyRequestedFor(anyUrl())).stream()
        .map(request -> request.getHeader("Authorization"))
        .collect(Collectors.toList());
  }

  private static String jwt(long expiry) {
    String claims = "{\"sub\":\"u\",\"exp\":" + expiry + "}";
    return "e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2ln";
  }

  @Nested
  class TheFile {
    @ParameterizedTest
    @ValueSource(strings = {"v5", "v6"})
    void ofANewVersionHasServers(String version) throws IOException {
      sample(version);

      try (XrayClient xray = profile().build()) {
        assertThat(xray.baseUrl()).hasToString("https://jfrog.example.com");
      }
    }

    @Test
    void ofVersion4NamesArtifactory() throws IOException {
      sample("v4");

      try (XrayClient xray = profile("Default-Server").build()) {
        assertThat(xray.baseUrl()).hasToString("https://jfrog.example.com");
      }
    }

    @Test
    void ofVersion0HasOneServerWithoutAnId() throws IOException {
      write(
          "jfrog-cli.conf",
          "{'artifactory':{'url':'URL/artifactory/','user':'dev-1','password':'demo-password'}}");

      assertThat(logins(profile())).containsExactly(BASIC, BASIC);
      assertThat(logins(profile("Default-Server"))).hasSize(4);
    }

    @Test
    void isTheNewestOfAllVersionsAndAFutureOneIsReadToo() throws IOException {
      write("jfrog-cli.conf", "broken");
      write("jfrog-cli.conf.v4", "broken");
      write("jfrog-cli.conf.v6.bak", "broken");
      write("jfrog-cli.conf.v9", "broken");
      write(
          "jfrog-cli.conf.v10",
          "{'version':'10','new':[1],'servers':[{'url':'URL','accessToken':'token-10',"
              + "'isDefault':true,'new':{}}]}");
      write("jfrog-cli.conf.vx", "broken");

      assertThat(logins(profile())).containsExactly("Bearer token-10", "Bearer token-10");
    }

    @Test
    void isReadWithoutTheCaseOfNames() throws IOException {
      write(
          "jfrog-cli.conf.v6",
          "{'Servers':[{'Url':'URL','ACCESSTOKEN':'t','serverid':'a','IsDefault':true}],"
              + "'Version':'6'}");

      assertThat(logins(profile("a"))).containsExactly("Bearer t", "Bearer t");
    }

    @Test
    void isInTheHomeDirectoryOfTheUserByDefault() throws IOException {
      Files.createDirectories(home.resolve("me/.jfrog"));
      write(
          "me/.jfrog/jfrog-cli.conf.v6",
          "{'servers':[{'url':'URL','accessToken':'t','isDefault':true}]}");

      for (String variable : List.of("HOME", "USERPROFILE")) {
        try (XrayClient xray = XrayClient.builder()
            .cliProfile(Map.of(variable, home.resolve("me").toString()))
            .build()) {
          assertThat(xray.baseUrl()).hasToString(url);
        }
      }
    }

    @Test
    void isNotChanged() throws IOException {
      sample("v5");
      Path file = home.resolve("jfrog-cli.conf.v4");
      Files.setLastModifiedTime(file, FileTime.fromMillis(0));
      byte[] before = Files.readAllBytes(file);

      profile().build().close();

      assertThat(Files.readAllBytes(file)).isEqualTo(before);
      assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.fromMillis(0));
      assertThat(home.toFile().list()).hasSize(1);
    }

    @Test
    void thatIsMissingIsToldWithItsDirectory() {
      assertThatIllegalStateException()
          .isThrownBy(CliProfileTest.this::profile)
          .withMessageContainingAll(home.toString(), "jf config add", "JFROG_CLI_HOME_DIR");
    }

    @Test
    void thatIsNoJsonIsToldWithoutItsContent() throws IOException {
      write("jfrog-cli.conf.v6", "{'servers':[{'accessToken':'s3cr3t'");

      assertThatIllegalStateException()
          .isThrownBy(CliProfileTest.this::profile)
          .withMessageContaining("jfrog-cli.conf.v6 is not valid JSON")
          .withMessageNotContaining("s3cr3t")
          .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "3", "null", "", "{}", "{'servers':null,'version':'6'}"})
    void withoutServersIsTold(String json) throws IOException {
      write("jfrog-cli.conf.v6", json);

      assertThatIllegalStateException()
          .isThrownBy(CliProfileTest.this::profile)
          .withMessageContainingAll("has no default server", "jf config add");
    }

    @Test
    void thatIsEncryptedIsRefusedWithoutItsContent() throws IOException {
      sample("v6-encrypted");

      assertThatIllegalStateException()
          .isThrownBy(CliProfileTest.this::profile)
          .withMessageContainingAll("encrypted", "JF_URL and JF_ACCESS_TOKEN")
          .withMessageContainingAll("environment(..)", "credentials(..)")
          .withMessageNotContaining("AAECAwQF");
    }

    @Test
    void thatIsEncryptedIsEnoughForOwnCredentials() throws IOException {
      write(
          "jfrog-cli.conf.v6",
          "{'enc':true,'servers':[{'url':'URL','accessToken':'AAECAwQF','serverId':'main'}]}");

      assertThat(logins(XrayClient.builder()
              .credentials(Credentials.bearer("own"))
              .cliProfile("main", variables())))
          .containsExactly("Bearer own", "Bearer own");
    }
  }

  @Nested
  class TheServer {
    @BeforeEach
    void write() throws IOException {
      CliProfileTest.this.write(
          "jfrog-cli.conf.v6",
          "{'servers':[{'url':'URL/','accessToken':'token-1','serverId':'one'},"
              + "{'url':'URL/','accessToken':'token-2','serverId':'two','isDefault':true},"
              + "{'url':'URL/','accessToken':'token-3','serverId':'three'}],'version':'6'}");
    }

    @Test
    void isTheOneThatIsNamed() {
      assertThat(logins(
              XrayClient.builder().cliProfile("three", variables("JFROG_CLI_SERVER_ID", "one"))))
          .containsExactly("Bearer token-3", "Bearer token-3");
    }

    @Test
    void isElseTheOneOfTheVariable() {
      assertThat(logins(XrayClient.builder().cliProfile(variables("JFROG_CLI_SERVER_ID", "one"))))
          .containsExactly("Bearer token-1", "Bearer token-1");
    }

    @Test
    void isElseTheDefault() {
      assertThat(logins(profile())).containsExactly("Bearer token-2", "Bearer token-2");
    }

    @Test
    void thatIsUnknownIsToldWithTheKnownOnes() {
      assertThatIllegalStateException()
          .isThrownBy(() -> profile("four"))
          .withMessageContainingAll(
              "has no server with the id \"four\"", "its servers are one, two, three")
          .withMessageNotContaining("token-1");
    }

    @Test
    void needsAnId() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> profile(" "))
          .withMessageContaining("serverId must not be blank");
    }

    @Test
    void isNotUsedUnasked() {
      assertThatIllegalStateException()
          .isThrownBy(() -> XrayClient.builder().environment(variables()).build());
      assertThatIllegalStateException().isThrownBy(() -> XrayClient.builder().build());
    }

    @Test
    void keepsWhatWasSetBefore() {
      assertThat(logins(XrayClient.builder()
              .baseUrl(url + "/context")
              .credentials(Credentials.bearer("own"))
              .cliProfile(variables())))
          .containsExactly("Bearer own", "Bearer own");
      assertThat(findAll(anyRequestedFor(anyUrl())))
          .allSatisfy(request -> assertThat(request.getUrl()).isEqualTo("/context/x"));
    }

    @Test
    void isNotMixedWithAnotherServer() {
      assertThatIllegalStateException()
          .isThrownBy(
              () -> XrayClient.builder().baseUrl("https://other.example").cliProfile(variables()))
          .withMessageContainingAll("\"two\"", url, "https://other.example");
    }

    @Test
    void isNotMixedWithAnotherServerThatIsSetAfterwards() {
      List<XrayClientBuilder> builders = List.of(
          profile(),
          profile().credentials(Credentials.bearer("own")), // Xray and certificate of the profile
          XrayClient.builder().credentials(Credentials.bearer("own")).cliProfile(variables()));

      assertThat(builders)
          .allSatisfy(builder -> assertThatIllegalStateException()
              .isThrownBy(() -> builder.baseUrl("https://other.example").build())
              .withMessageContainingAll("\"two\"", url, "https://other.example"));
    }

    @Test
    void mayGetAContextPathAfterwards() {
      assertThat(logins(profile().baseUrl(url + "/context")))
          .containsExactly("Bearer token-2", "Bearer token-2");
    }
  }

  @Nested
  class TheAddress {
    private XrayClient client(String members) throws IOException {
      write(
          "jfrog-cli.conf.v6",
          "{'servers':[{" + members + ",'accessToken':'t','serverId':'a','isDefault':true}]}");
      return profile().build();
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        delimiter = '|',
        value = {
          "'url':'https://a.example/jfrog/'",
          "'url':'https://a.example/jfrog/','xrayUrl':'https://A.example/jfrog/xray/'",
          "'xrayUrl':'https://a.example/jfrog/xray/'",
          "'artifactoryUrl':'https://a.example/jfrog/artifactory/'",
          "'artifactoryUrl':'https://a.example/jfrog/artifactory','xrayUrl':"
              + "'https://a.example/jfrog/xray'",
          "'url':'','xrayUrl':null,'artifactoryUrl':'https://a.example/jfrog/artifactory/'"
        })
    void isDerivedFromWhatThereIs(String members) throws IOException {
      try (XrayClient xray = client(members)) {
        assertThat(xray.baseUrl()).hasToString("https://a.example/jfrog");
        assertThat(xray.call("GET", "/xray/api").request().uri())
            .hasToString("https://a.example/jfrog/xray/api");
      }
    }

    @Test
    void ofXrayIsKeptIfItIsAnother() throws IOException {
      sample("v6-service-urls-only");

      try (XrayClient xray = profile("ports").build()) {
        assertThat(xray.call("GET", "/artifactory/api").request().uri())
            .hasToString("https://art.example.com:8081/artifactory/api");
        assertThat(xray.call("GET", "/xray/api").request().uri())
            .hasToString("https://xray.example.com:8046/api");
      }
    }

    @Test
    void ofXrayAloneMayBeADirectPort() throws IOException {
      try (XrayClient xray = client("'xrayUrl':'https://xray.example.com:8046/'")) {
        assertThat(xray.call("GET", "/xray/api").request().uri())
            .hasToString("https://xray.example.com:8046/api");
      }
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        delimiter = '|',
        value = {
          "'distributionUrl':'https://a.example' | no URL of the platform",
          "'url':'a.example' | url must begin with https://",
          "'url':'https://u:s3cr3t@a.example' | url must not contain a user name",
          "'xrayUrl':'ssh://a.example' | xrayUrl must begin with https://"
        })
    void thatCannotBeUsedIsTold(String members, String message) {
      assertThatIllegalStateException()
          .isThrownBy(() -> client(members))
          .withMessageContainingAll("the server \"a\" in ", "cannot be used: ", message)
          .withMessageNotContaining("s3cr3t");
    }

    @Test
    void withoutTlsIsRefusedAsAlways() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> client("'url':'http://a.example'"))
          .withMessageContaining("allowPlainHttp()");
    }
  }

  @Nested
  class TheLogin {
    private XrayClientBuilder login(String members) throws IOException {
      write(
          "jfrog-cli.conf.v6",
          "{'servers':[{'url':'URL'," + members + ",'serverId':'a','isDefault':true}]}");
      return profile();
    }

    @Test
    void isTheTokenRatherThanThePassword() throws IOException {
      String token = jwt(4102444800L);

      assertThat(logins(
              login("'user':'dev-1','password':'demo-password','accessToken':'" + token + "'")))
          .containsExactly("Bearer " + token, "Bearer " + token);
    }

    @Test
    void isThePasswordIfTheTokenHasExpired() throws IOException {
      assertThat(logins(
              login("'user':'dev-1','password':'demo-password','accessToken':'" + jwt(1) + "'")))
          .containsExactly(BASIC, BASIC);
    }

    @Test
    void isThePasswordOnceTheServerRefusesTheHourlyToken() throws IOException {
      stubFor(any(anyUrl())
          .withHeader("Authorization", equalTo("Bearer demo-hourly-token"))
          .willReturn(aResponse().withStatus(401)));

      assertThat(logins(login("'user':'dev-1','password':'demo-password',"
              + "'accessToken':'demo-hourly-token','artifactoryRefreshToken':'demo-refresh'")))
          .containsExactly("Bearer demo-hourly-token", BASIC, BASIC);
    }

    @Test
    void isTheTokenForEachClientOfOneBuilder() throws IOException {
      XrayClientBuilder builder =
          login("'user':'dev-1','password':'demo-password','accessToken':'demo-hourly-token'");

      assertThat(logins(builder)).containsOnly("Bearer demo-hourly-token");
      assertThat(logins(builder)).hasSize(4).containsOnly("Bearer demo-hourly-token");
    }

    @Test
    void isThePasswordWithTheSpacesAroundIt() throws IOException {
      assertThat(logins(login("'user':'dev-1','password':' demo-password '")))
          .containsOnly("Basic "
              + Base64.getEncoder()
                  .encodeToString("dev-1: demo-password ".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void isThePasswordAlone() throws IOException {
      assertThat(logins(login("'user':'dev-1','password':'demo-password'")))
          .containsExactly(BASIC, BASIC);
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        delimiter = '|',
        value = {
          "'refreshToken':'s3cr3t' | only a refresh token | jf login",
          "'artifactoryRefreshToken':'s3cr3t' | only a refresh token | jf login",
          "'sshKeyPath':'keys/s3cr3t' | only an SSH key | jf login",
          "'user':'s3cr3t' | neither an access token nor a user name with a password | jf login",
          "'user':'me','password':'s3cr3t\\n x' | password has a control character | remove",
          "'accessToken':'s3cr3t x' | token has white space | remove"
        })
    void thatIsMissingOrCannotBeUsedIsTold(String members, String message, String advice) {
      assertThatIllegalStateException()
          .isThrownBy(() -> login(members))
          .withMessageContainingAll("the server \"a\" in ", message, advice)
          .withMessageNotContaining("s3cr3t");
    }

    @Test
    void thatHasExpiredIsToldWithWhatToDo() {
      assertThatIllegalStateException()
          .isThrownBy(() -> login("'accessToken':'" + jwt(1) + "','refreshToken':'s3cr3t'"))
          .withMessageContainingAll("expired at 1970-01-01T00:00:01Z", "jf login")
          .withMessageNotContaining("s3cr3t");
    }

    @Test
    void isNotShown() throws IOException {
      try (XrayClient xray = login("'user':'me','password':'s3cr3t-word'").build()) {
        assertThat(xray).asString().doesNotContain("s3cr3t");
        assertThat(xray.redact("it is s3cr3t-word")).isEqualTo("it is ***");
      }
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        delimiter = '|',
        value = {
          "'clientCertPath':'/a' | only one of clientCertPath and clientCertKeyPath",
          "'clientCertKeyPath':'/a' | only one of clientCertPath and clientCertKeyPath",
          "'clientCertPath':'/a/b','clientCertKeyPath':'/a/c' | /a/b"
        })
    void withACertificateThatCannotBeUsedIsTold(String members, String message) {
      assertThatIllegalStateException()
          .isThrownBy(() -> login(members + ",'accessToken':'t'"))
          .withMessageContainingAll("the server \"a\" in ", message);
    }
  }
}
