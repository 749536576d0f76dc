package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Refuses to write a value if one of its unknown fields has the name of a known field, since the
 * JSON would then contain that field twice.
 */
final class DuplicateFieldCheck extends BeanSerializerModifier {
  private static final long serialVersionUID = 1L;

  @Override
  public JsonSerializer<?> modifySerializer(
      SerializationConfig config, BeanDescription bean, JsonSerializer<?> serializer) {
    AnnotatedMember extras = bean.findAnyGetter();
    if (extras == null) {
      return serializer;
    }
    Map<String, String> setters = bean.findProperties().stream()
        .filter(property -> !extras.equals(property.getAccessor())) // Immutables names it "extras"
        .collect(Collectors.toUnmodifiableMap(
            BeanPropertyDefinition::getName, BeanPropertyDefinition::getInternalName));
    return new Checked(serializer, extras, setters);
  }

  private static final class Checked extends JsonSerializer<Object>
      implements ContextualSerializer, ResolvableSerializer {
    private final JsonSerializer<Object> fields;
    private final AnnotatedMember extras;
    private final Map<String, String> setters; // by the name of the field

    @SuppressWarnings("unchecked") // Jackson gives a serializer the values of its own type only
    Checked(JsonSerializer<?> fields, AnnotatedMember extras, Map<String, String> setters) {
      this.fields = (JsonSerializer<Object>) fields;
      this.extras = extras;
      this.setters = setters;
    }

    @Override
    public void serialize(Object value, JsonGenerator to, SerializerProvider provider)
        throws IOException {
      for (Object name : ((Map<?, ?>) extras.getValue(value)).keySet()) {
        if (setters.containsKey(name)) {
          throw JsonMappingException.from(
              to,
              "putExtra must not set \"" + name + "\", which is a known field; set it by "
                  + setters.get(name) + "(..)");
        }
      }
      fields.serialize(value, to, provider);
    }

    @Override
    public void resolve(SerializerProvider provider) throws JsonMappingException {
      if (fields instanceof ResolvableSerializer) {
        ((ResolvableSerializer) fields).resolve(provider);
      }
    }

    @Override
    public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property)
        throws JsonMappingException {
      return fields instanceof ContextualSerializer
          ? new Checked(
              ((ContextualSerializer) fields).createContextual(provider, property), extras, setters)
          : this;
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, Object value) {
      return fields.isEmpty(provider, value);
    }
  }
}
