package io.github.xrayclient.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.testing.FakeXray;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecordingTest extends RecordingFixture {
  private static final String POLICY =
      "{\"name\":\"no-critical\",\"type\":\"security\",\"rules\":[]}";

  private Recording recording(String... files) throws IOException {
    Files.createDirectories(directory());
    for (int i = 0; i < files.length; i++) {
      Files.writeString(
          directory().resolve("000" + (i + 1) + "-GET.json"), files[i].replace('\'', '"'));
    }
    return Recording.read(directory());
  }

  private static String exchange(String request, String outcome) {
    return "{'schema':1,'number':1,'request':{'method':'GET'," + request + "}," + outcome + "}";
  }

  private static String text(XrayClient xray, String path) {
    return xray.call("GET", path).decodedBy(ApiResponse::text).send();
  }

  @Nested
  class Replayed {
    @Test
    void givesTheSameAnswersInTheirOrder() throws IOException {
      List<Policy> before;
      List<Policy> after;
      try (FakeXray fake = FakeXray.start();
          XrayClient xray = client(fake.url(), Recorder.to(directory()))) {
        before = xray.policies().list();
        fake.seed(FakeXray.Kind.POLICIES, POLICY);
        after = xray.policies().list();
        xray.policies().find("other");
      }
      Recording recording = Recording.read(directory());

      try (XrayClient replayed = client(recording.transport())) {
        assertThat(replayed.policies().list()).isEqualTo(before).isEmpty();
        assertThat(replayed.policies().list()).isEqualTo(after).hasSize(1);
        assertThat(replayed.policies().find("other")).isEmpty();
        assertThatExceptionOfType(XrayTransportException.class)
            .isThrownBy(() -> replayed.policies().list())
            .withMessageEndingWith("failed: the recording has no further answer to this request;"
                + " it was recorded less often")
            .satisfies(e -> assertThat(e.isRequestSent()).isFalse());
      }
      assertThat(recording.exchanges())
          .extracting(RecordedExchange::toString)
          .containsExactly(
              "1 GET /xray/api/v2/policies answered 200",
              "2 GET /xray/api/v2/policies answered 200",
              "3 GET /xray/api/v2/policies/other answered 404");
    }

    @Test
    void distinguishesBodies() throws IOException {
      try (XrayClient xray = XrayClient.builder()
          .baseUrl("https://any.example")
          .credentials(Credentials.anonymous())
          .transport(request -> new ApiResponse(200, Map.of(), request.body().orElseThrow()))
          .addInterceptor(Recorder.to(directory()))
          .build()) {
        for (int i = 1; i <= 2; i++) {
          xray.call("POST", "/x")
              .body(Map.of("number", i))
              .decodedBy(ApiResponse::text)
              .send();
        }
      }

      try (XrayClient replayed = client(Recording.read(directory()).transport())) {
        assertThat(replayed
                .call("POST", "/x")
                .body("{ \"number\" : 2 }", "application/json")
                .decodedBy(ApiResponse::text)
                .send())
            .isEqualTo("{\"number\":2}");
        assertThatExceptionOfType(XrayTransportException.class)
            .isThrownBy(() -> replayed
                .call("POST", "/x")
                .body(Map.of("number", 3))
                .readAs(Map.class)
                .send())
            .withMessageEndingWith("this request is not in the recording; the nearest is number 1,"
                + " POST /x, which has another body");
      }
    }

    @Test
    void namesTheNearestRequest() throws IOException {
      Recording recording = recording(
          exchange("'path':'/xray/api/v2/watches'", "'response':{'status':200}"),
          exchange("'path':'/xray/api/v2/policies/p'", "'response':{'status':200}"));

      try (XrayClient replayed = client(recording.transport())) {
        assertThatExceptionOfType(XrayTransportException.class)
            .isThrownBy(() -> replayed.policies().get("q"))
            .withMessageContaining("the nearest is number 1, GET /xray/api/v2/policies/p");
      }
    }

    @Test
    void failsAsItDid() throws IOException {
      Recording recording = recording(
          exchange("'path':'/a'", "'failure':{'kind':'TIMEOUT','problem':'too slow'}"),
          exchange("'path':'/b'", "'failure':{'kind':'NEWER','problem':'odd'}"),
          exchange("'path':'/c'", "'response':{'status':404,'text':'gone','bodyBytes':4}"));

      try (XrayClient replayed = client(recording.transport())) {
        assertThatExceptionOfType(XrayTimeoutException.class)
            .isThrownBy(() -> text(replayed, "/a"))
            .withMessageEndingWith("too slow");
        assertThatExceptionOfType(XrayTransportException.class)
            .isThrownBy(() -> text(replayed, "/b"))
            .satisfies(e -> assertThat(e.kind()).isEqualTo(XrayTransportException.Kind.NO_ANSWER));
        assertThatExceptionOfType(XrayNotFoundException.class)
            .isThrownBy(() -> text(replayed, "/c"))
            .withMessageContaining("gone");
      }
    }

    @Test
    void doesNotPretendToKnowWhatWasNotRecorded() throws IOException {
      Recording recording = recording(
          exchange(
              "'path':'/cut'",
              "'response':{'status':200,'text':'[1','bodyBytes':9,'bodyCut':true}"),
          exchange("'path':'/binary'", "'response':{'status':200,'bodyBytes':9}"));

      try (XrayClient replayed = client(recording.transport())) {
        assertThatExceptionOfType(XrayTransportException.class)
            .isThrownBy(() -> text(replayed, "/cut"))
            .withMessageContaining("only the beginning of its answer is recorded");
        assertThatExceptionOfType(XrayTransportException.class)
            .isThrownBy(() -> text(replayed, "/binary"))
            .withMessageContaining("its answer is binary");
      }
    }

    @Test
    void findsARequestWhoseSecretWasHidden() throws IOException {
      recorded(Recorder.to(directory()), "/x?access_token=abc&b=1", "[]");

      try (XrayClient replayed = client(Recording.read(directory()).transport())) {
        assertThat(text(replayed, "/x?access_token=other&b=1")).isEqualTo("[]");
      }
    }
  }

  @Nested
  class Read {
    @Test
    void givesWhatIsInTheFiles() throws IOException {
      RecordedExchange exchange = recording(
              "{'schema':1,'number':7,'startedAt':'2026-01-01T00:00:00Z',"
                  + "'durationMillis':12,'attempt':2,'request':{'method':'POST','server':'https://a.example',"
                  + "'path':'/x','headers':{'Accept':'*/*'},'text':'q','bodyBytes':1},'response':"
                  + "{'status':200,'headers':{'Content-Type':'text/plain'},'json':[1],'bodyBytes':3}}")
          .exchanges()
          .get(0);

      assertThat(exchange.number()).isEqualTo(7);
      assertThat(exchange.startedAt().orElseThrow()).isEqualTo("2026-01-01T00:00:00Z");
      assertThat(exchange.duration()).hasMillis(12);
      assertThat(exchange.attempt()).isEqualTo(2);
      assertThat(exchange.server()).isEqualTo("https://a.example");
      assertThat(exchange.requestHeaders().get("accept")).isEqualTo("*/*");
      assertThat(exchange.requestBody()).contains("q");
      assertThat(exchange.responseHeaders()).containsEntry("content-type", "text/plain");
      assertThat(exchange.responseBody()).contains("[1]");
      assertThat(exchange.responseBodyBytes()).isEqualTo(3);
      assertThat(exchange.failureKind()).isEmpty();
      assertThat(exchange).isEqualTo(Recording.read(directory()).exchanges().get(0));
      assertThat(exchange.toJson()).startsWith("{\"schema\":1,\"number\":7,");
    }

    @Test
    void sortsByNumberAndIgnoresOtherFiles() throws IOException {
      recording(exchange("'path':'/a'", "'response':{'status':200}"));
      Files.copy(directory().resolve("0001-GET.json"), directory().resolve("10000-GET-a.json"));
      Files.copy(directory().resolve("0001-GET.json"), directory().resolve("9999-GET-b.json"));
      Files.writeString(directory().resolve("notes.txt"), "mine");

      assertThat(Recording.read(directory()).exchanges()).hasSize(3);
    }

    @Test
    void refusesWhatIsNoRecording() throws IOException {
      Files.createDirectories(directory());

      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> Recording.read(directory()))
          .withMessageContaining("contains no recording");
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> recording("{'schema':2,'request':{}}"))
          .withMessageContaining(
              "has the schema 2, but this version of the library reads schema 1");
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> recording("[]"))
          .withMessageContaining("is not a file of a recording");
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> recording("{"))
          .withMessageContaining("is not JSON");
    }
  }

  @Test
  void ofADownloadHasNoBody() throws IOException {
    try (XrayClient xray = answering("content".getBytes(UTF_8), Recorder.to(directory()))) {
      xray.call("GET", "/file").download(temporary.resolve("file"));
    }

    assertThat(temporary.resolve("file")).hasContent("content");
    assertThat(Recording.read(directory()).exchanges().get(0).responseBody()).isEmpty();
  }
}
