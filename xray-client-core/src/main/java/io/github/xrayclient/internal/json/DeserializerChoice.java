package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.BuilderBasedDeserializer;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses the values that {@link FieldwiseReader} reads in place of Jackson's own deserializer,
 * which is faster: strictly, only those with a field that has several names; tolerantly, all that
 * have {@code extras()}.
 */
final class DeserializerChoice extends BeanDeserializerModifier {
  private static final long serialVersionUID = 1L;

  private final boolean tolerant;

  private DeserializerChoice(boolean tolerant) {
    this.tolerant = tolerant;
  }

  /** A value of another type than expected makes the whole text unreadable. */
  static DeserializerChoice strict() {
    return new DeserializerChoice(false);
  }

  /** A value of another type than expected is kept among the {@code extras()} of its object. */
  static DeserializerChoice tolerant() {
    return new DeserializerChoice(true);
  }

  @Override
  public JsonDeserializer<?> modifyDeserializer(
      DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
    if (deserializer.getClass() != BuilderBasedDeserializer.class) {
      return deserializer;
    }
    boolean keeps = tolerant && bean.findAnySetterAccessor() != null;
    Set<String> aliased = aliased(bean);
    return keeps || !aliased.isEmpty()
        ? new FieldwiseReader((BuilderBasedDeserializer) deserializer, aliased, keeps)
        : deserializer;
  }

  /** Returns the usual names of the fields that have several names. */
  private static Set<String> aliased(BeanDescription bean) {
    return bean.findProperties().stream()
        .filter(property -> !property.findAliases().isEmpty())
        .map(BeanPropertyDefinition::getName)
        .collect(Collectors.toUnmodifiableSet());
  }
}
