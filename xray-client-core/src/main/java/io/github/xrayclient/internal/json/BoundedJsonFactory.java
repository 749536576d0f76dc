package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Creates parsers that refuse JSON whose values would take too much memory. Jackson limits the
 * depth and the length of names, numbers and texts, but the number of values only since version
 * 2.18.
 */
final class BoundedJsonFactory extends JsonFactory {
  private static final long serialVersionUID = 1L;

  BoundedJsonFactory() {}

  private BoundedJsonFactory(BoundedJsonFactory original, @Nullable ObjectCodec codec) {
    super(original, codec);
  }

  @Override
  public JsonFactory copy() {
    return new BoundedJsonFactory(this, null);
  }

  @Override
  public JsonParser createParser(String content) throws IOException {
    return content.length() > JsonFootprint.FREE
        ? createParser(content.getBytes(StandardCharsets.UTF_8))
        : super.createParser(content);
  }

  @Override
  protected JsonParser _createParser(byte[] json, int offset, int length, IOContext context)
      throws IOException {
    JsonFootprint.check(json, offset, length, JsonFootprint.LIMIT);
    return super._createParser(json, offset, length, context);
  }
}
