package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the {@code extras()} of an object after its known fields, and never a name twice. A known
 * field is among the extras if its value could not be read; it is written as received and under the
 * name that was received, unless the known field has a value. A value that the known field itself
 * could have is refused, since it is a mistake of the caller.
 */
final class ExtrasWriter extends JsonSerializer<Map<String, JsonNode>>
    implements ContextualSerializer {
  /** An attribute: the collection to which the paths of fields that could not be read are added. */
  static final Object UNREAD = new Object();

  private final Map<String, KnownField> known; // by every name of the field

  ExtrasWriter() {
    this(Map.of());
  }

  private ExtrasWriter(Map<String, KnownField> known) {
    this.known = known;
  }

  @Override
  public JsonSerializer<?> createContextual(
      SerializerProvider provider, @Nullable BeanProperty property) {
    AnnotatedMember extras = property == null ? null : property.getMember();
    if (extras == null) {
      return this;
    }
    JavaType owner = provider.constructType(extras.getDeclaringClass());
    Map<String, KnownField> fields = new HashMap<>();
    for (BeanPropertyDefinition field : provider.getConfig().introspect(owner).findProperties()) {
      AnnotatedMember accessor = field.getAccessor();
      if (accessor != null && !extras.getName().equals(accessor.getName())) {
        accessor.fixAccess(true); // the generated class is not public
        KnownField knownField = new KnownField(field.getName(), accessor);
        fields.put(field.getName(), knownField);
        for (PropertyName alias : field.findAliases()) {
          fields.putIfAbsent(alias.getSimpleName(), knownField);
        }
      }
    }
    return new ExtrasWriter(fields);
  }

  @Override
  public void serialize(Map<String, JsonNode> extras, JsonGenerator to, SerializerProvider provider)
      throws IOException {
    boolean sorted = provider.isEnabled(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    for (Map.Entry<String, JsonNode> extra : (sorted ? new TreeMap<>(extras) : extras).entrySet()) {
      KnownField field = known.get(extra.getKey());
      if (field == null || isWritten(field, extra.getKey(), extra.getValue(), to, provider)) {
        to.writeFieldName(extra.getKey());
        extra.getValue().serialize(to, provider);
      }
    }
  }

  private static boolean isWritten(
      KnownField field, String name, JsonNode value, JsonGenerator to, SerializerProvider provider)
      throws IOException {
    boolean readable = field.canBe(value, to.getCodec());
    if (readable && !name.equals(field.name)) { // an alias, so no name is written twice
      return true;
    }
    if (readable) {
      throw JsonMappingException.from(
          to,
          "putExtra must not set \"" + name + "\", which is a known field; set it by "
              + field.accessor.getName() + "(..)");
    }
    if (field.isSetIn(to.currentValue())) {
      return false;
    }
    note(provider, to, name);
    return true;
  }

  /** Adds a field of the object that is being written to those that could not be read. */
  @SuppressWarnings("unchecked") // only UnreadFields sets the attribute
  private static void note(SerializerProvider provider, JsonGenerator to, String name) {
    Object paths = provider.getAttribute(UNREAD);
    if (paths != null) {
      ((Collection<String>) paths).add(JsonPath.of(to.getOutputContext().getParent()) + "." + name);
    }
  }

  /** A field that the library knows. */
  private static final class KnownField {
    private final String name;
    private final AnnotatedMember accessor;

    KnownField(String name, AnnotatedMember accessor) {
      this.name = name;
      this.accessor = accessor;
    }

    boolean canBe(JsonNode value, ObjectCodec mapper) throws IOException {
      try (JsonParser parser = mapper.treeAsTokens(value)) {
        mapper.readValue(parser, accessor.getType());
        return true;
      } catch (JsonProcessingException unreadable) {
        return false;
      }
    }

    boolean isSetIn(Object owner) {
      Object value = accessor.getValue(owner);
      if (value instanceof Optional) {
        return ((Optional<?>) value).isPresent();
      }
      return value instanceof Map
          ? !((Map<?, ?>) value).isEmpty()
          : !(value instanceof Collection) || !((Collection<?>) value).isEmpty();
    }
  }
}
