package io.github.xrayclient.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.testsupport.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** For tests of what stands in the files of a recording. */
abstract class RecordingFixture {
  static final RetryPolicy WITHOUT_WAITS =
      RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO);

  @TempDir
  Path temporary;

  Path directory() {
    return temporary.resolve("recording");
  }

  static XrayClient client(String url, Recorder recorder) {
    return XrayClient.builder()
        .baseUrl(url)
        .credentials(Credentials.anonymous())
        .retryPolicy(WITHOUT_WAITS)
        .addInterceptor(recorder)
        .build();
  }

  static XrayClient client(Transport transport) {
    return XrayClient.builder()
        .baseUrl("https://any.example")
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.none())
        .transport(transport)
        .build();
  }

  /** A client whose server always answers so. */
  static XrayClient answering(byte[] body, Recorder recorder) {
    return XrayClient.builder()
        .baseUrl("https://git.acme-corp.example")
        .credentials(Credentials.anonymous())
        .transport(request ->
            new ApiResponse(200, Map.of("Content-Type", List.of("application/json")), body))
        .addInterceptor(recorder)
        .build();
  }

  /** Records one answer, and returns the JSON of its file. */
  JsonNode recorded(Recorder recorder, String path, byte[] body) {
    try (XrayClient xray = answering(body, recorder)) {
      xray.call("GET", path).decodedBy(ApiResponse::text).send();
    }
    return files().get(0);
  }

  JsonNode recorded(Recorder recorder, String path, String body) {
    return recorded(recorder, path, body.getBytes(UTF_8));
  }

  List<String> names() {
    try (Stream<Path> files = Files.list(directory())) {
      return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> texts() {
    return names().stream().map(this::text).collect(Collectors.toList());
  }

  List<JsonNode> files() {
    return texts().stream().map(Fixtures::parse).collect(Collectors.toList());
  }

  private String text(String name) {
    try {
      return Files.readString(directory().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
