package io.github.xrayclient.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testsupport.LogLines;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecorderTest extends RecordingFixture {
  private static final String POLICY =
      "{\"name\":\"no-critical\",\"type\":\"security\",\"rules\":[]}";

  @Nested
  class AnExchange {
    @Test
    void isAFileWithTheRequestAndTheAnswer() {
      try (FakeXray fake = FakeXray.start().seed(FakeXray.Kind.POLICIES, POLICY);
          XrayClient xray = client(fake.url(), Recorder.to(directory()))) {
        xray.policies().get("no-critical");
        xray.call("POST", "/xray/api/v1/unknown")
            .query("a", "b c")
            .header("X-Own", "private")
            .body(Map.of("k", 1))
            .decodedBy(ApiResponse::text)
            .sendAsync()
            .exceptionally(refused -> "")
            .join();

        assertThat(names()).containsExactly("0001-GET-policies.json", "0002-POST-unknown.json");
        JsonNode first = files().get(0);
        assertThat(first.get("schema").intValue()).isEqualTo(1);
        assertThat(first.at("/request/server").textValue()).isEqualTo(fake.url());
        assertThat(first.at("/request/path").textValue())
            .isEqualTo("/xray/api/v2/policies/no-critical");
        assertThat(first.at("/response/status").intValue()).isEqualTo(200);
        assertThat(first.at("/response/json/type").textValue()).isEqualTo("security");
        JsonNode second = files().get(1);
        assertThat(second.at("/request/path").textValue())
            .isEqualTo("/xray/api/v1/unknown?a=b%20c");
        assertThat(second.at("/request/json/k").intValue()).isEqualTo(1);
        assertThat(second.at("/response/status").intValue()).isEqualTo(404);
        assertThat(texts()).noneMatch(text -> text.contains("private"));
      }
    }

    @Test
    void isEachAttempt() {
      try (FakeXray fake = FakeXray.start();
          XrayClient xray = client(fake.url(), Recorder.to(directory()))) {
        fake.failNext(503, 1, "Retry-After", "0");

        xray.policies().list();

        assertThat(files())
            .extracting(file -> file.get("attempt").intValue() + " "
                + file.at("/response/status").intValue())
            .containsExactly("1 503", "2 200");
        assertThat(files().get(0).at("/response/headers/Retry-After").textValue())
            .isEqualTo("0");
      }
    }

    @Test
    void canBeAFailure() {
      try (FakeXray fake = FakeXray.start();
          XrayClient xray = client(fake.url(), Recorder.to(directory()))) {
        fake.failNext(FakeXray.Fault.TRUNCATED_BODY, 1);

        xray.policies().list();

        assertThat(files().get(0).at("/failure/kind").textValue()).isEqualTo("CONNECTION_BROKEN");
        assertThat(files().get(0).has("response")).isFalse();
        assertThat(files()).hasSize(2);
      }
    }

    @Test
    void isRecordedInAnInterruptedThreadToo() {
      try (XrayClient xray = XrayClient.builder()
          .baseUrl("https://any.example")
          .credentials(Credentials.anonymous())
          .transport(request -> {
            Thread.currentThread().interrupt();
            throw new XrayTransportException("GET", request.uri(), "was interrupted", null);
          })
          .addInterceptor(Recorder.to(directory()))
          .build()) {
        assertThatExceptionOfType(XrayTransportException.class)
            .isThrownBy(() -> xray.policies().list());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(files().get(0).at("/failure/problem").textValue()).isEqualTo("was interrupted");
      }
    }

    @Test
    void isWhatLaterInterceptorsLeftOfIt() {
      Interceptor first = (request, next) -> next.send(request.withHeader("Accept", "text/own"));
      try (FakeXray fake = FakeXray.start();
          XrayClient xray = XrayClient.builder()
              .baseUrl(fake.url())
              .credentials(Credentials.anonymous())
              .addInterceptor(first)
              .addInterceptor(Recorder.to(directory()))
              .build()) {
        xray.policies().list();

        assertThat(files().get(0).at("/request/headers/Accept").textValue()).isEqualTo("text/own");
      }
    }
  }

  @Nested
  class ABody {
    @Test
    void isJsonWithItsNumbersAsReceived() {
      JsonNode file = recorded(Recorder.to(directory()), "/x", "{\"a\": 1.50, \"b\": 1e400}");

      assertThat(texts().get(0)).contains("1.50").contains("E+400");
      assertThat(file.at("/response/bodyBytes").intValue()).isEqualTo(23);
    }

    @Test
    void isTextIfItIsNotJsonOrHasAMemberTwice() {
      String twice = "{\"a\":1,\"a\":2}";

      assertThat(recorded(Recorder.to(directory()), "/x", twice)
              .at("/response/text")
              .textValue())
          .isEqualTo(twice);
    }

    @Test
    void isOnlyASizeIfItIsBinary() {
      JsonNode file =
          recorded(Recorder.to(directory()), "/x", "\u00ff\u00fe s\u00e9cret".getBytes(ISO_8859_1));

      assertThat(file.get("response").fieldNames())
          .toIterable()
          .containsExactly("status", "headers", "bodyBytes");
      assertThat(file.at("/response/bodyBytes").intValue()).isEqualTo(9);
    }

    @Test
    void isCutIfItIsTooLong() {
      byte[] huge = ("[" + "\"\u20ac12345\",".repeat(4 << 20) + "1]").getBytes(UTF_8);
      JsonNode file = recorded(Recorder.to(directory()).maxBodyBytes(1_000), "/x", huge);

      assertThat(file.at("/response/text").textValue()).hasSize(1_000).startsWith("[\"\u20ac12345");
      assertThat(file.at("/response/bodyCut").booleanValue()).isTrue();
      assertThat(file.at("/response/bodyBytes").intValue()).isEqualTo(huge.length);
    }
  }

  @Nested
  class TheDirectory {
    @Test
    void mustBeEmpty() throws IOException {
      Files.createDirectories(directory());
      Files.writeString(directory().resolve("0001-GET-policies.json"), "kept");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> Recorder.to(directory()))
          .withMessage("directory " + directory()
              + " is not empty; a recording never overwrites another one, so give a new directory");
      assertThat(texts()).containsExactly("kept");
    }

    @Test
    void mustNotBeAFile() throws IOException {
      Path file = Files.createFile(directory());

      assertThatIllegalArgumentException()
          .isThrownBy(() -> Recorder.to(file))
          .withMessageContaining("is a file");
    }

    @Test
    void thatCannotBeWrittenDoesNotAffectTheCall() throws IOException {
      Recorder recorder = Recorder.to(temporary.resolve("file/recording"));
      Files.createFile(temporary.resolve("file"));

      try (LogLines log = LogLines.ofLibrary();
          XrayClient xray = answering("[]".getBytes(UTF_8), recorder)) {
        assertThat(xray.policies().list()).isEmpty();

        assertThat(recorder.problems())
            .singleElement()
            .satisfies(problem ->
                assertThat(problem).hasMessageStartingWith("exchange 1 could not be recorded in "));
        assertThat(log.lines())
            .singleElement()
            .asString()
            .startsWith("WARNING exchange 1 could not be recorded");
      }
    }

    @Test
    void isNotOverwrittenByASecondRecorder() {
      List<IOException> problems = new ArrayList<>();
      Recorder first = Recorder.to(directory());
      Recorder second = Recorder.to(directory()).onProblem(problems::add);

      recorded(first, "/x", "1");
      JsonNode file = recorded(second, "/x", "2");

      assertThat(file.at("/response/json").intValue()).isEqualTo(1);
      assertThat(problems).hasSize(1);
    }

    @Test
    void canBelongToSeveralClientsAndThreads() {
      Recorder recorder = Recorder.to(directory());
      try (XrayClient one = answering("[]".getBytes(UTF_8), recorder);
          XrayClient two = answering("[]".getBytes(UTF_8), recorder)) {
        List<CompletableFuture<String>> calls = IntStream.range(0, 40)
            .mapToObj(i -> (i % 2 == 0 ? one : two)
                .call("GET", "/xray/api/v1/things/{id}", "" + i)
                .decodedBy(ApiResponse::text)
                .sendAsync())
            .collect(Collectors.toList());
        calls.forEach(CompletableFuture::join);
      }

      assertThat(recorder.problems()).isEmpty();
      assertThat(names()).hasSize(40).last().isEqualTo("0040-GET-things.json");
      assertThat(files())
          .extracting(file -> file.at("/request/path").textValue())
          .doesNotHaveDuplicates();
    }
  }

  @Nested
  class WithoutAClient {
    @Test
    void nothingIsRecordedSinceSecretsWouldNotBeHidden() {
      List<IOException> problems = new ArrayList<>();
      Recorder recorder = Recorder.to(directory()).onProblem(problems::add);
      Interceptor around = (request, next) -> recorder.intercept(request, next);
      try (XrayClient xray = XrayClient.builder()
          .baseUrl("https://any.example")
          .credentials(Credentials.anonymous())
          .transport(request -> new ApiResponse(200, Map.of(), "[]".getBytes(UTF_8)))
          .addInterceptor(around)
          .build()) {
        assertThat(xray.policies().list()).isEmpty();
      }

      assertThat(directory()).doesNotExist();
      assertThat(problems)
          .singleElement()
          .satisfies(problem -> assertThat(problem)
              .hasMessageContaining("give the recorder itself to addInterceptor(..)"));
    }

    @Test
    void aListenerOfProblemsThatThrowsDoesNotAffectTheCall() {
      Recorder recorder = Recorder.to(directory()).onProblem(problem -> {
        throw new IllegalStateException("mine");
      });

      try (LogLines log = LogLines.ofLibrary()) {
        ApiResponse answer = recorder.intercept(
            ApiRequest.of("GET", URI.create("https://a.example/")),
            request -> new ApiResponse(204, Map.of(), new byte[0]));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(log.lines()).hasSize(1);
      }
    }
  }

  @Test
  void anInterceptorWithoutOneForTheClientIsRefused() {
    Interceptor broken = new Interceptor() {
      @Override
      public ApiResponse intercept(ApiRequest request, Transport next) {
        return next.send(request);
      }

      @Override
      @SuppressWarnings("NullAway")
      public Interceptor forClient(UnaryOperator<String> redact) {
        return null;
      }
    };

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> XrayClient.builder()
            .baseUrl("https://any.example")
            .credentials(Credentials.anonymous())
            .addInterceptor(broken)
            .build())
        .withMessageContaining("returned null from forClient(..); return an interceptor");
  }
}
