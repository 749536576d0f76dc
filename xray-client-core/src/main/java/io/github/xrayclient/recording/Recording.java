package io.github.xrayclient.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.recording.ExchangeJson;
import io.github.xrayclient.internal.recording.RecordingFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The exchanges that a {@link Recorder} wrote, to read or to replay. Immutable and thread-safe.
 *
 * <p>Each file is an object of JSON. Its members are {@code schema} (1), {@code number}, {@code
 * startedAt}, {@code durationMillis}, {@code attempt}, {@code request}, and either {@code response}
 * or {@code failure}. A request has {@code method}, {@code server}, {@code path} with the query,
 * and {@code headers}; a response has {@code status} and {@code headers}. A body is in {@code json}
 * or in {@code text}, with its original size in {@code bodyBytes}; {@code bodyCut} is true if only
 * its beginning is there. A failure has {@code kind} and {@code problem}. Later versions may add
 * members.
 */
public final class Recording {
  private final List<RecordedExchange> exchanges;

  private Recording(List<RecordedExchange> exchanges) {
    this.exchanges = List.copyOf(exchanges);
  }

  /**
   * Reads a recording.
   *
   * @throws IOException if the directory contains no exchange, or if one cannot be read
   */
  public static Recording read(Path directory) throws IOException {
    List<Path> files = RecordingFolder.files(Objects.requireNonNull(directory, "directory"));
    if (files.isEmpty()) {
      throw new IOException(
          "directory " + directory + " contains no recording; its files would have names such as"
              + " 0001-GET-policies.json");
    }
    List<RecordedExchange> exchanges = new ArrayList<>();
    for (Path file : files) {
      exchanges.add(exchange(file));
    }
    return new Recording(exchanges);
  }

  private static RecordedExchange exchange(Path file) throws IOException {
    JsonNode json;
    try {
      json = Json.STRICT.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new IOException(file + " is not JSON: " + e.getOriginalMessage(), e);
    }
    if (!json.isObject() || !json.path("request").isObject()) {
      throw new IOException(file + " is not a file of a recording");
    }
    if (json.path("schema").asInt() != ExchangeJson.SCHEMA) {
      throw new IOException(file + " has the schema " + json.path("schema")
          + ", but this version of the library reads schema " + ExchangeJson.SCHEMA);
    }
    return new RecordedExchange((ObjectNode) json);
  }

  /** The exchanges in the order in which the requests were sent. */
  public List<RecordedExchange> exchanges() {
    return exchanges;
  }

  /**
   * Returns a transport that answers requests from this recording, to give to {@code
   * XrayClient.builder().transport(..)}. A recorded failure is thrown again. The base URL of the
   * client may be any, with the path of the original one; no credentials are needed.
   *
   * <p>A request gets the answer to the recorded request with the same method, path, query and
   * body. If there are several, each is used once, in their order. A request that was not recorded,
   * or not as often, fails with an exception that names the nearest recorded request. So does one
   * whose answer was cut or binary. To begin again, get another transport.
   *
   * <p>If names were replaced, the requests must have the replacements too; {@link Recorder#shown}
   * replaces them in the texts that the requests are made from.
   */
  public Transport transport() {
    return new ReplayTransport(exchanges);
  }
}
