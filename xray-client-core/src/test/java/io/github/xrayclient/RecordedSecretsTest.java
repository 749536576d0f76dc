package io.github.xrayclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.internal.secret.Spellings;
import io.github.xrayclient.recording.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret gets into the files of a recording, wherever a server sends it. */
class RecordedSecretsTest {
  private static final String SECRET = "s3c/r3t+Mar&ker%47=11-xyz.~\"'\\A<B>CDEF";
  private static final String HEAD = "HTTP/1.1 200 OK\r\nConnection: close\r\n";

  @TempDir
  Path directory;

  private RawServer server;

  @BeforeEach
  void start() throws IOException {
    server = new RawServer();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  static Stream<String> spellings() {
    return Spellings.names();
  }

  private void ask(Credentials credentials, String path, String answer) {
    ask(credentials, path, "", answer);
  }

  private void ask(Credentials credentials, String path, String query, String answer) {
    server.answer(List.of(answer.getBytes(UTF_8)));
    try (XrayClient xray = XrayClient.builder()
        .baseUrl(server.url())
        .credentials(credentials)
        .retryPolicy(RetryPolicy.none())
        .addInterceptor(Recorder.to(directory))
        .build()) {
      ApiCall<String> call = xray.call("GET", path).decodedBy(ApiResponse::text);
      for (String parameter : query.isEmpty() ? new String[0] : query.split("&", -1)) {
        int at = parameter.indexOf('=');
        call = call.query(parameter.substring(0, at), parameter.substring(at + 1));
      }
      call.send();
    } catch (XrayException e) {
      assertThat(e).hasMessageContaining(" failed: "); // what was sent back in the status line
    }
  }

  private String file() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> all = files.collect(Collectors.toList());
      assertThat(all).hasSize(1);
      return Files.readString(all.get(0));
    }
  }

  private static String body(String headers, String body) {
    return HEAD + headers + "Content-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n" + body;
  }

  private static void hasNo(String secret, String text) {
    String dense = text.replaceAll("[\\s\u200b]|\\\\u200b|\\\\n|\\\\r|\\\\", "");
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(UTF_8));
    assertThat(dense)
        .doesNotContain(secret.substring(0, 8).replace("\\", ""))
        .doesNotContain(secret.substring(secret.length() - 8).replace("\\", ""))
        .doesNotContain(base64);
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void thatTheClientSent(String spelling) throws IOException {
    String spelled = Spellings.of(spelling, SECRET);
    String quoted =
        spelled.replace("\r", "\\r").replace("\n", "\\n").replaceAll("(?<!\\\\)\"", "\\\\\"");
    String flat = spelled.replaceAll("[\r\n\u200b]+", " ");

    ask(
        Credentials.bearer(SECRET),
        "/x",
        body(
            "X-Request-Id: " + flat + "\r\nLocation: https://a.example/" + flat + "\r\nX-Own: "
                + flat + "\r\nRetry-After: " + flat + "\r\n",
            "{\"" + quoted + "\":[\"" + quoted + "\",{\"a\":\"x " + quoted + " y\"}]}"));

    assertThat(file()).contains("***");
    hasNo(SECRET, file());
  }

  @Test
  void thatTheClientSentInAStatusLine() throws IOException {
    ask(Credentials.bearer(SECRET), "/x", "HTTP/1.1 " + SECRET + " OK\r\n\r\n");

    assertThat(file()).contains("\"failure\"");
    hasNo(SECRET, file());
  }

  @Test
  void thatTheClientSentInATextThatIsNotJson() throws IOException {
    ask(Credentials.apiKey(SECRET), "/x", body("", "{\"a\": " + SECRET + " " + SECRET + "}"));

    assertThat(file()).contains("\"text\"").contains("***");
    hasNo(SECRET, file());
  }

  @Test
  void thatTheClientSentWhereABodyIsCut() throws IOException {
    for (int fill : new int[] {(2 << 20) - 40, (2 << 20) - 20, (2 << 20) - 1}) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.collect(Collectors.toList())) {
          Files.delete(file);
        }
      }
      ask(
          Credentials.bearer(SECRET),
          "/x",
          body("", "x".repeat(fill) + SECRET + "y".repeat(100_000)));

      assertThat(file()).contains("\"bodyCut\" : true");
      hasNo(SECRET, file());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2-hunter2", "pw7"})
  void ofABasicLogin(String password) throws IOException {
    String pair = Base64.getEncoder().encodeToString(("jane:" + password).getBytes(UTF_8));
    ask(
        Credentials.basic("jane", password),
        "/x",
        body(
            "X-Request-Id: " + pair + "\r\n",
            "{\"a\":\"Basic " + pair + "\",\"b\":\"the password " + password + " of jane\","
                + "\"password\":\"" + password + "\",\"userPassword\":[\"" + password + "\"]}"));

    assertThat(file()).doesNotContain(password).doesNotContain(pair).contains("jane");
  }

  @ParameterizedTest
  @CsvSource({
    "/x?token=5up3rs3cret&a=b, /x?token=***&a=b",
    "/x?a=b&X-Amz-Signature=5up3rs3cret, /x?a=b&X-Amz-Signature=***",
    "/x?apiKey=5up3rs3cret, /x?apiKey=***",
    "/x?sig=5up3rs3cret, /x?sig=***"
  })
  void ofAQuery(String path, String shown) throws IOException {
    int at = path.indexOf('?');
    ask(Credentials.anonymous(), path.substring(0, at), path.substring(at + 1), body("", "[]"));

    assertThat(file()).contains("\"" + shown + "\"").doesNotContain("5up3rs3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"password\":\"5up3rs3cret\"}",
        "{\"a\":[{\"accessToken\":{\"value\":[\"5up3rs3cret\"]}}]}",
        "{\"url\":\"https://jane:5up3rs3cret@a.example/x\"}",
        "{\"url\":\"https://a.example/x?access_token=5up3rs3cret\"}",
        "{\"header\":\"Authorization: Bearer 5up3rs3cret\"}",
        "{\"api_key\":\"x\\\"5up3rs3cret\", not JSON",
        "<managerPassword>5up3rs3cret</managerPassword>",
        "password = x\nclient_secret=5up3rs3cret",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTYifQ.5up3rs3cret",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIE5up3rs3cret\n-----END RSA PRIVATE KEY-----"
      })
  void thatBelongToOthers(String answer) throws IOException {
    ask(Credentials.anonymous(), "/x", body("", answer));

    assertThat(file()).doesNotContain("5up3rs3cret").contains("***");
  }

  @Test
  void areNotConfusedWithFlagsAndCounts() throws IOException {
    ask(
        Credentials.anonymous(),
        "/x",
        body("", "{\"secrets\":true,\"token\":null,\"name\":\"tokens are fine\"}"));

    assertThat(file()).contains("\"secrets\" : true").contains("tokens are fine");
  }
}
