package io.github.xrayclient.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.BuilderBasedDeserializer;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what has a builder by the loop that Jackson has for beans alone, and looks for a field
 * first where the last object had it.
 */
final class BuiltValues extends BeanDeserializerModifier {
  private static final long serialVersionUID = 1L;

  @Override
  public JsonDeserializer<?> modifyDeserializer(
      DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
    return deserializer.getClass() == BuilderBasedDeserializer.class
        ? new InOrder((BuilderBasedDeserializer) deserializer)
        : deserializer;
  }

  private static final class InOrder extends BuilderBasedDeserializer {
    private static final long serialVersionUID = 1L;

    /** What came in which place last; threads may overwrite it, since a wrong guess is only slow. */
    private final transient @Nullable SettableBeanProperty[] last = new SettableBeanProperty[64];

    InOrder(BuilderBasedDeserializer deserializer) {
      super(deserializer);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return _vanillaProcessing && parser.hasToken(JsonToken.START_OBJECT)
          ? finishBuild(context, filled(parser, context))
          : super.deserialize(parser, context);
    }

    private Object filled(JsonParser parser, DeserializationContext context) throws IOException {
      Object builder = _valueInstantiator.createUsingDefault(context);
      int place = 0;
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        SettableBeanProperty property = property(name, place++);
        if (property == null) {
          handleUnknownVanilla(parser, context, builder, name);
          continue;
        }
        try {
          builder = property.deserializeSetAndReturn(parser, context, builder);
        } catch (Exception e) {
          wrapAndThrow(e, builder, name, context);
        }
      }
      return builder;
    }

    private @Nullable SettableBeanProperty property(String name, int place) {
      int slot = place & last.length - 1;
      SettableBeanProperty guess = last[slot];
      if (guess != null && guess.getName() == name) { // Jackson interns names
        return guess;
      }
      SettableBeanProperty found = _beanProperties.find(name);
      last[slot] = found;
      return found;
    }
  }
}
