package io.github.xrayclient.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;

/** Refuses a number in place of a flag; Jackson takes any but 0 for true. */
final class StrictFlag extends DelegatingDeserializer {
  private static final long serialVersionUID = 1L;

  StrictFlag(JsonDeserializer<?> lenient) {
    super(lenient);
  }

  @Override
  protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> lenient) {
    return new StrictFlag(lenient);
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    return parser.hasToken(JsonToken.VALUE_NUMBER_INT)
        ? context.handleUnexpectedToken(Boolean.class, parser)
        : super.deserialize(parser, context);
  }
}
