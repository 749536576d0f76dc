package io.github.xrayclient.diagnostics.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** The logs and texts in the test resources {@code refusals} and {@code refusals-other}. */
final class RefusalCorpus {
  private static final List<String> FOLDERS = List.of("refusals", "refusals-other");

  private RefusalCorpus() {}

  /** All logs and texts with their expected readings. */
  static List<Log> logs() throws IOException {
    List<Log> logs = new ArrayList<>();
    for (String name : FOLDERS) {
      Path folder = folder(name);
      new ObjectMapper()
          .readTree(folder.resolve("expected.json").toFile())
          .forEach(expected -> logs.add(new Log(folder, expected)));
    }
    return logs;
  }

  /** The logs of builds in which no download was refused. */
  static List<Log> builds() throws IOException {
    return logs().stream()
        .filter(log -> log.toString().startsWith("builds/"))
        .collect(Collectors.toList());
  }

  private static Path folder(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(RefusalCorpus.class.getResource("/" + name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A log or a text, and what must be read in it. */
  static final class Log {
    private final Path folder;
    private final JsonNode expected;

    private Log(Path folder, JsonNode expected) {
      this.folder = folder;
      this.expected = expected;
    }

    JsonNode expected() {
      return expected;
    }

    /** The refusals of the log, or its guess if there is none. */
    List<BlockedDownload> read() throws IOException {
      try (InputStream in = open()) {
        return ReadLog.all(RefusalLog.read(in));
      }
    }

    /** The characters of the log, without a byte order mark. */
    String text() throws IOException {
      try (InputStream in = open()) {
        byte[] bytes = in.readAllBytes();
        String text = new String(bytes, charset(bytes));
        return text.startsWith("\ufeff") ? text.substring(1) : text;
      }
    }

    private InputStream open() throws IOException {
      InputStream in = Files.newInputStream(folder.resolve(toString()));
      return toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private static Charset charset(byte[] bytes) {
      int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
      return mark == 0xfeff || mark == 0xfffe ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    @Override
    public String toString() {
      return expected.path("file").asText();
    }
  }
}
