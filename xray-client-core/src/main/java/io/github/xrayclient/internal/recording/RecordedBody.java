package io.github.xrayclient.internal.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.json.Json;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes a body into a recording: as JSON, as text, or only its size. */
final class RecordedBody {
  static final String JSON = "json";
  static final String TEXT = "text";
  static final String SIZE = "bodyBytes";
  static final String CUT = "bodyCut";

  /** Where a text is cut, a secret may be cut too, so this much before the end is not recorded. */
  private static final int MARGIN = 16_384;

  private RecordedBody() {}

  /**
   * Adds a body to a message.
   *
   * @param isCut whether these bytes are only the beginning of the body
   * @param most a body of more bytes is cut
   */
  static void addTo(ObjectNode message, byte[] body, boolean isCut, int most, ShownText shown) {
    if (body.length == 0) {
      return;
    }
    message.put(SIZE, body.length);
    boolean cut = isCut || body.length > most;
    int read = cut ? (int) Math.min(body.length, most + 4L * MARGIN) : body.length;
    String text = decoded(body, read, cut);
    if (text == null) {
      return;
    }
    String safe = shown.withoutCredentials(text);
    if (cut) {
      int end = Math.max(0, Math.min(most, safe.length() - MARGIN));
      message.put(TEXT, shown.of(safe.substring(0, end))).put(CUT, true);
      return;
    }
    JsonNode json = json(safe);
    if (json == null) {
      message.put(TEXT, shown.of(safe));
    } else {
      message.set(JSON, shown.of(json));
    }
  }

  /** Returns the value of a text; null if it is not JSON, or a null. */
  private static @Nullable JsonNode json(String text) {
    try {
      JsonNode json = Json.STRICT.readTree(text);
      return json.isMissingNode() || json.isNull() ? null : json;
    } catch (JsonProcessingException notJson) {
      return null; // it is recorded as text
    }
  }

  /** Returns the text; null if the bytes are not a text in UTF-8. */
  private static @Nullable String decoded(byte[] body, int length, boolean cut) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer chars = CharBuffer.allocate(length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(body, 0, length), chars, !cut);
    String text = chars.flip().toString();
    return result.isError() || text.indexOf('\0') >= 0 ? null : text;
  }
}
