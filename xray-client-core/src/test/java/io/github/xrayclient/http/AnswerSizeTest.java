package io.github.xrayclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayTransportException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed answers, and how much of an answer is taken. */
@Timeout(30)
class AnswerSizeTest {
  @RegisterExtension
  static final WireMockExtension SERVER = WireMockExtension.newInstance()
      .options(wireMockConfig().dynamicPort().gzipDisabled(true))
      .build();

  private XrayClient xray;

  private XrayClient connect(XrayClientBuilder builder) {
    xray = builder
        .baseUrl(SERVER.baseUrl())
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO))
        .build();
    return xray;
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static void answer(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(any(anyUrl()).willReturn(answer));
  }

  private static ResponseDefinitionBuilder packed(int status, byte[] body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withHeader("Content-Encoding", "gzip")
        .withBody(body);
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(String text) {
    return gzip(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private XrayTransportException refused(String method) {
    XrayTransportException failure = catchThrowableOfType(
        XrayTransportException.class, () -> xray.call(method, "/x").send());
    assertThat(failure).isNotNull();
    return failure;
  }

  private static void requests(int number) {
    SERVER.verify(number, anyRequestedFor(anyUrl()));
  }

  @Nested
  class Gzip {
    private LoggedRequest only() {
      requests(1);
      return SERVER.findAll(anyRequestedFor(anyUrl())).get(0);
    }

    @Test
    void isNotAskedForByDefault() {
      answer(aResponse().withBody("{}"));

      connect(XrayClient.builder()).call("GET", "/x").send();

      assertThat(only().containsHeader("Accept-Encoding")).isFalse();
    }

    @Test
    void isAskedForAndUnpacked() {
      answer(packed(200, gzip("{\"a\":\"\u00fc\"}")));

      JsonNode body = connect(XrayClient.builder().gzip())
          .call("GET", "/x")
          .readAs(JsonNode.class)
          .send();

      assertThat(body.path("a").asText()).isEqualTo("\u00fc");
      assertThat(only().getHeader("Accept-Encoding")).isEqualTo("gzip");
    }

    @Test
    void isUnpackedToTheLastByte() {
      byte[] body = noise(300_000);
      answer(packed(200, gzip(body)));

      assertThat(connect(XrayClient.builder().gzip()).call("GET", "/x").send().body())
          .isEqualTo(body);
    }

    @Test
    void isUnpackedFromAnErrorToo() {
      answer(packed(400, gzip("{\"error\":\"waiver 7 is unknown\"}")));
      connect(XrayClient.builder().gzip());

      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(() -> xray.call("PUT", "/x").send())
          .satisfies(e -> assertThat(e.messages()).containsExactly("waiver 7 is unknown"));
    }

    @Test
    void isNotForcedOnAServerWithoutIt() {
      answer(aResponse().withBody("{\"a\":1}"));

      JsonNode body = connect(XrayClient.builder().gzip())
          .call("GET", "/x")
          .readAs(JsonNode.class)
          .send();

      assertThat(body.path("a").asInt()).isEqualTo(1);
    }

    @Test
    void mayBeNamedInAnyCase() {
      answer(aResponse().withHeader("content-encoding", "GZIP").withBody(gzip("{\"a\":1}")));

      assertThat(connect(XrayClient.builder().gzip()).call("GET", "/x").send().text())
          .isEqualTo("{\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 404})
    void ofNothingIsNothing(int status) {
      answer(aResponse().withStatus(status).withHeader("Content-Encoding", "gzip"));
      connect(XrayClient.builder().gzip());

      if (status < 300) {
        assertThat(xray.call("DELETE", "/x").send().body()).isEmpty();
      } else {
        assertThatExceptionOfType(RuntimeException.class)
            .isThrownBy(() -> xray.call("DELETE", "/x").send())
            .withMessageContaining("404");
      }
    }

    @Test
    void thatIsCutShortIsNoAnswer() {
      byte[] whole = gzip(noise(10_000));
      answer(packed(200, Arrays.copyOf(whole, whole.length / 2)));
      connect(XrayClient.builder().gzip());

      assertThat(refused("GET")).hasMessageContaining("gzip");
    }

    @Test
    void thatIsNoneIsNoAnswer() {
      answer(packed(200, "{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
      connect(XrayClient.builder().gzip());

      assertThat(refused("GET")).hasMessageContaining("gzip");
    }
  }

  @Nested
  class Bombs {
    @Test
    void areNotUnpackedBeyondTheLimit() {
      byte[] bomb = gzip(new byte[50 << 20]);
      assertThat(bomb.length).isLessThan(100_000);
      answer(packed(200, bomb));
      connect(XrayClient.builder().gzip().maxAnswerBytes(100_000));

      assertThat(refused("GET")).hasMessageContaining("larger than 100000 bytes");
      requests(1);
    }

    @Test
    void areNotUnpackedFromAnErrorEither() {
      answer(packed(500, gzip(new byte[5 << 20])));
      connect(XrayClient.builder().gzip().maxAnswerBytes(100_000));

      assertThat(refused("PUT")).hasMessageContaining("larger than 100000 bytes");
    }

    @Test
    void areAnswersThatFitExactly() {
      answer(packed(200, gzip(new byte[100_000])));

      assertThat(connect(XrayClient.builder().gzip().maxAnswerBytes(100_000))
              .call("GET", "/x")
              .send()
              .body())
          .hasSize(100_000);
    }

    @Test
    void areAnswersOfOneByteTooMuch() {
      answer(packed(200, gzip(new byte[100_001])));
      connect(XrayClient.builder().gzip().maxAnswerBytes(100_000));

      assertThat(refused("GET")).hasMessageContaining("larger than 100000 bytes");
    }
  }

  @Nested
  class Limit {
    @Test
    void isTheLargestBodyThatIsTaken() {
      answer(aResponse().withBody(noise(1_000)));

      assertThat(connect(XrayClient.builder().maxAnswerBytes(1_000))
              .call("GET", "/x")
              .send()
              .body())
          .hasSize(1_000);
    }

    @Test
    void isNotExceededByOneByte() {
      answer(aResponse().withBody(noise(1_001)));
      connect(XrayClient.builder().maxAnswerBytes(1_000));

      XrayTransportException e = refused("GET");

      assertThat(e).hasMessageContaining("larger than 1000 bytes");
      assertThat(e.attempts()).isEqualTo(1);
      requests(1);
    }

    @Test
    void isForErrorsToo() {
      answer(aResponse().withStatus(503).withBody(noise(1_001)));
      connect(XrayClient.builder().maxAnswerBytes(1_000));

      assertThat(refused("GET")).hasMessageContaining("larger than 1000 bytes");
      requests(1);
    }

    @Test
    void leavesTheClientGoodForTheNextCall() {
      answer(aResponse().withBody(noise(5_000_000)));
      connect(XrayClient.builder().maxAnswerBytes(1_000));
      refused("GET");
      answer(aResponse().withBody("ok"));

      assertThat(xray.call("GET", "/x").send().text()).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void isRefusedWhenItTakesNothing(int bytes) {
      connect(XrayClient.builder());

      assertThatIllegalArgumentException()
          .isThrownBy(() -> XrayClient.builder().maxAnswerBytes(bytes))
          .withMessageContainingAll("maxAnswerBytes", String.valueOf(bytes));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, Integer.MAX_VALUE})
    void mayBeAnyOther(int bytes) {
      answer(aResponse().withBody("1"));

      assertThat(connect(XrayClient.builder().gzip().maxAnswerBytes(bytes))
              .call("GET", "/x")
              .send()
              .text())
          .isEqualTo("1");
    }
  }

  /** Of an error the start is enough to say what went wrong. */
  @Nested
  class OfAnError {
    private static final int MOST = 1 << 20;

    private XrayApiException error(int status, byte[] body) {
      answer(aResponse().withStatus(status).withBody(body));
      return error();
    }

    private XrayApiException error() {
      return catchThrowableOfType(
          XrayApiException.class, () -> xray.call("PUT", "/x").send());
    }

    private byte[] text(int length) {
      return "y".repeat(length).getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 400, 404, 500})
    void onlyTheStartIsRead(int status) {
      List<ApiResponse> answers = new ArrayList<>();
      connect(XrayClient.builder().addInterceptor((request, next) -> {
        ApiResponse answer = next.send(request);
        answers.add(answer);
        return answer;
      }));

      XrayApiException e = error(status, text(30 << 20));

      assertThat(e.statusCode()).isEqualTo(status);
      assertThat(e).hasMessageContaining("y…; only the first 1 MiB of the answer was read");
      assertThat(answers).singleElement().satisfies(answer -> {
        assertThat(answer.body()).hasSize(MOST);
        assertThat(answer.isBodyCut()).isTrue();
      });
    }

    @Test
    void thatIsEndlessTheEndIsNotWaitedFor() throws IOException {
      try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        CompletableFuture<Void> endless = CompletableFuture.runAsync(() -> {
          try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 500 No\r\nContent-Length: 99999999999\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
            for (byte[] part = text(1 << 16); ; ) {
              out.write(part);
            }
          } catch (IOException closed) {
            // by the client, which has enough
          }
        });
        xray = XrayClient.builder()
            .baseUrl("http://127.0.0.1:" + server.getLocalPort())
            .credentials(Credentials.anonymous())
            .build();

        assertThat(error()).hasMessageContaining("only the first 1 MiB of the answer was read");
        endless.join();
      }
    }

    @Test
    void allIsReadUpToTheLimit() {
      connect(XrayClient.builder());

      assertThat(error(400, text(MOST))).hasMessageNotContaining("only the first 1 MiB");
      assertThat(error(400, text(MOST + 1))).hasMessageContaining("only the first 1 MiB");
    }

    @Test
    void thatIsPackedOnlyTheStartIsUnpacked() {
      connect(XrayClient.builder().gzip());
      answer(packed(400, gzip(text(50 << 20))));
      assertThat(error()).hasMessageContaining("y…; only the first 1 MiB of the answer was read");

      answer(packed(400, gzip(text(MOST))));
      assertThat(error()).hasMessageNotContaining("only the first 1 MiB");

      answer(packed(400, gzip(noise(3 << 20)))); // packed it is too long as well
      assertThat(error()).hasMessageContaining("only the first 1 MiB of the answer was read");
    }

    @Test
    void ofACallersTransportOnlyTheStartIsUsed() {
      connect(XrayClient.builder().transport(new Transport() {
        @Override
        public ApiResponse send(ApiRequest request) {
          return new ApiResponse(400, Map.of(), text(5 << 20));
        }

        @Override
        public void close() {}
      }));

      assertThat(error()).hasMessageContaining("only the first 1 MiB of the answer was read");
    }

    @Test
    void leavesTheClientGoodForTheNextCall() {
      connect(XrayClient.builder());
      error(400, text(5 << 20));
      answer(aResponse().withBody("ok"));

      assertThat(xray.call("GET", "/x").send().text()).isEqualTo("ok");
    }
  }
}
