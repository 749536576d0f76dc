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
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads open values from texts: one that its type has as a constant, in the very spelling, as that
 * constant, and any other by the type's {@code of}, which Jackson would call in a roundabout way.
 */
final class WireValues extends BeanDeserializerModifier {
  private static final long serialVersionUID = 1L;
  private static final MethodType OF = MethodType.methodType(WireValue.class, String.class);

  @Override
  public JsonDeserializer<?> modifyDeserializer(
      DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
    Class<?> type = bean.getBeanClass();
    if (!WireValue.class.isAssignableFrom(type)) {
      return deserializer;
    }
    try {
      Method of = type.getMethod("of", String.class);
      return of.isAnnotationPresent(JsonCreator.class)
          ? new FromText(deserializer, new WordTable(constants(type)), handle(of))
          : deserializer;
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return deserializer; // a caller's own type, which Jackson reads as it is told to
    }
  }

  private static MethodHandle handle(Method of) throws IllegalAccessException {
    return MethodHandles.publicLookup().unreflect(of).asType(OF);
  }

  private static List<WireValue> constants(Class<?> type) throws IllegalAccessException {
    List<WireValue> words = new ArrayList<>();
    for (Field field : type.getFields()) {
      if (field.getType() == type && Modifier.isStatic(field.getModifiers())) {
        words.add((WireValue) field.get(null));
      }
    }
    return words;
  }

  /** Leaves all that is not a text to Jackson. */
  private static final class FromText extends DelegatingDeserializer {
    private static final long serialVersionUID = 1L;

    private final transient WordTable words;
    private final transient MethodHandle of;

    FromText(JsonDeserializer<?> others, WordTable words, MethodHandle of) {
      super(others);
      this.words = words;
      this.of = of;
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> others) {
      return new FromText(others, words, of);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return super.deserialize(parser, context);
      }
      if (!words.isEmpty()) {
        char[] text = parser.getTextCharacters();
        WireValue word = words.find(text, parser.getTextOffset(), parser.getTextLength());
        if (word != null) {
          return word;
        }
      }
      try {
        return (WireValue) of.invokeExact(parser.getText());
      } catch (IOException | Error e) {
        throw e;
      } catch (Throwable e) {
        return super.deserialize(parser, context); // fails again, as Jackson tells it
      }
    }
  }
}
