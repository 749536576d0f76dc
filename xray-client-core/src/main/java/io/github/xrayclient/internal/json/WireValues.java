package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import io.github.xrayclient.value.WireValue;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a text as the constant of its type, if there is one with exactly this text. Jackson would
 * create a new text and a new value each time: a page of 100 curation policies over HTTP would take
 * 4 % more time and 1.4 times the memory.
 */
final class WireValues extends BeanDeserializerModifier {
  private static final long serialVersionUID = 1L;

  @Override
  public JsonDeserializer<?> modifyDeserializer(
      DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
    Class<?> type = bean.getBeanClass();
    if (!WireValue.class.isAssignableFrom(type)) {
      return deserializer;
    }
    try {
      WordTable constants = new WordTable(constants(type));
      return constants.isEmpty() || !isReadByOf(type)
          ? deserializer
          : new ConstantsFirst(deserializer, constants);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return deserializer; // a type of the caller, whose annotations tell Jackson how to read it
    }
  }

  private static boolean isReadByOf(Class<?> type) throws NoSuchMethodException {
    return type.getMethod("of", String.class).isAnnotationPresent(JsonCreator.class);
  }

  private static List<WireValue> constants(Class<?> type) throws IllegalAccessException {
    List<WireValue> constants = new ArrayList<>();
    for (Field field : type.getFields()) {
      if (field.getType() == type && Modifier.isStatic(field.getModifiers())) {
        constants.add((WireValue) field.get(null));
      }
    }
    return constants;
  }

  /** Reads constants, and leaves all other texts to Jackson. */
  private static final class ConstantsFirst extends DelegatingDeserializer {
    private static final long serialVersionUID = 1L;

    private final transient WordTable constants;

    ConstantsFirst(JsonDeserializer<?> others, WordTable constants) {
      super(others);
      this.constants = constants;
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> others) {
      return new ConstantsFirst(others, constants);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.hasToken(JsonToken.VALUE_STRING)) {
        WireValue constant = constants.find(
            parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        if (constant != null) {
          return constant;
        }
      }
      return super.deserialize(parser, context);
    }
  }
}
