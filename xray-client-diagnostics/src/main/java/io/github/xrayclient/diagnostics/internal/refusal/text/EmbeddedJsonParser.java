package io.github.xrayclient.diagnostics.internal.refusal.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Parses JSON objects inside a text. All failed attempts together may read only a multiple of the
 * text's length. Without this limit, a text that consists of opening braces would be read once for
 * each brace. When the limit is reached, no further attempt is made.
 */
final class EmbeddedJsonParser {
  private static final int TIMES_READ = 8;
  private static final int LEAST = 65_536;
  private static final int COST_OF_FAILING = 512; // the time of an exception, in characters read

  private long affordable;

  private EmbeddedJsonParser(long affordable) {
    this.affordable = affordable;
  }

  /** A parser for a text of this length and the texts inside it. */
  static EmbeddedJsonParser within(int length) {
    return new EmbeddedJsonParser((long) TIMES_READ * length + LEAST);
  }

  /** Parses the object that begins at this position; empty if there is none. */
  Optional<Parsed> parse(char[] text, int from) {
    if (affordable <= 0) {
      return Optional.empty();
    }
    try (JsonParser parser =
        Json.MAPPER.getFactory().createParser(text, from, text.length - from)) {
      return parse(parser, from);
    } catch (IOException e) {
      throw new UncheckedIOException("JSON in memory could not be read", e);
    }
  }

  private Optional<Parsed> parse(JsonParser parser, int from) {
    try {
      JsonNode object = Json.MAPPER.readTree(parser);
      return Optional.of(new Parsed(object, from + read(parser)));
    } catch (IOException | NumberFormatException notJson) {
      affordable -= COST_OF_FAILING + read(parser); // the text at this position is plain text
      return Optional.empty();
    }
  }

  private static int read(JsonParser parser) {
    return (int) parser.currentLocation().getCharOffset();
  }

  /** An object, and the position after its closing brace. */
  static final class Parsed {
    private final JsonNode object;
    private final int end;

    private Parsed(JsonNode object, int end) {
      this.object = object;
      this.end = end;
    }

    JsonNode object() {
      return object;
    }

    int end() {
      return end;
    }
  }
}
