package io.github.xrayclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testsupport.Clients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Answers that go into a file. */
@Timeout(30)
class DownloadTest {
  private static final String PING = "/xray/api/v1/system/ping";

  private final FakeXray server = FakeXray.start();
  private final XrayClient xray = Clients.repeating(server.url());
  private Path file;

  @BeforeEach
  void write(@TempDir Path folder) throws IOException {
    file = Files.writeString(folder.resolve("answer"), "before, and longer than the answer is");
  }

  @AfterEach
  void stop() {
    xray.close();
    server.close();
  }

  @Test
  void replacesWhatTheFileHeldAndGivesTheAnswerWithoutItsBody() {
    String whole = xray.call("GET", PING).send().text();

    ApiResponse answer = xray.call("GET", PING).download(file);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isPresent();
    assertThat(answer.body()).isEmpty();
    assertThat(file).hasContent(whole);
  }

  @Test
  void takesNoNoticeOfTheDecoder() {
    xray.call("GET", PING).readAs(Integer.class).download(file);

    assertThat(file).content().contains("{");
  }

  @Test
  void repeatsWhatMayBeRepeated() {
    String whole = xray.call("GET", PING).send().text();
    server.failNext(503, 1).failNext(Fault.TRUNCATED_BODY, 1);

    xray.call("GET", PING).download(file);

    assertThat(file).hasContent(whole);
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void saysWhyTheServerRefusesAndLeavesTheFile() {
    server.forbid(PING);

    assertThatExceptionOfType(XrayForbiddenException.class)
        .isThrownBy(() -> xray.call("GET", PING).download(file))
        .withMessageContaining("answered 403: Permission denied")
        .satisfies(e -> assertThat(e.body()).contains("Permission denied"));
    assertThat(file).content().startsWith("before");
  }

  @Test
  void namesTheVersionThatIsNeeded() {
    assertThatExceptionOfType(XrayNotFoundException.class)
        .isThrownBy(() -> xray.call("GET", "/xray/api/v9/none").since("9.1").download(file))
        .withMessageContaining("this call needs Xray 9.1 or later");
  }

  @Test
  void saysAfterHowManyAttemptsNoAnswerCame() {
    server.failNext(Fault.TRUNCATED_BODY, 10);

    assertThatExceptionOfType(XrayTransportException.class)
        .isThrownBy(() -> xray.call("GET", PING).download(file))
        .satisfies(e -> assertThat(e.attempts()).isEqualTo(4));
  }

  @Test
  void passesCredentialsAndInterceptors() {
    List<String> seen = new ArrayList<>();
    server.requireToken("t0ken");
    try (XrayClient client = XrayClient.builder()
        .baseUrl(server.url())
        .credentials(Credentials.bearer("t0ken"))
        .addInterceptor((request, next) -> {
          ApiResponse answer = next.send(request);
          seen.add(request.method() + " " + answer.statusCode() + " " + answer.body().length);
          return answer;
        })
        .build()) {
      client.call("GET", "/xray/api/v2/policies").download(file);
    }

    assertThat(file).hasContent("[]");
    assertThat(seen).containsExactly("GET 200 0");
  }

  @Test
  void endsWithTheClient() {
    xray.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> xray.call("GET", PING).download(file))
        .withMessageContaining("closed");
    assertThat(file).content().startsWith("before");
  }
}
