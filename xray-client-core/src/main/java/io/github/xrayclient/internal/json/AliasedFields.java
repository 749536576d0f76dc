package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.BuilderBasedDeserializer;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads objects with a field that has several names. The field is set after the whole object was
 * read, so that an empty value under one name never replaces a filled value under another. Jackson
 * always keeps the last value and has no setting for this, so this class extends its deserializer.
 */
final class AliasedFields extends BeanDeserializerModifier {
  private static final long serialVersionUID = 1L;

  @Override
  public JsonDeserializer<?> modifyDeserializer(
      DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
    Set<String> aliased = aliased(bean);
    return !aliased.isEmpty() && deserializer.getClass() == BuilderBasedDeserializer.class
        ? new AliasesLast((BuilderBasedDeserializer) deserializer, aliased)
        : deserializer;
  }

  /** Returns the usual names of the fields that have several names. */
  private static Set<String> aliased(BeanDescription bean) {
    return bean.findProperties().stream()
        .filter(property -> !property.findAliases().isEmpty())
        .map(BeanPropertyDefinition::getName)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static final class AliasesLast extends BuilderBasedDeserializer {
    private static final long serialVersionUID = 1L;

    private final transient Set<String> aliased;

    AliasesLast(BuilderBasedDeserializer deserializer, Set<String> aliased) {
      super(deserializer);
      this.aliased = aliased;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return parser.hasToken(JsonToken.START_OBJECT)
          ? finishBuild(context, filled(parser, context))
          : super.deserialize(parser, context);
    }

    private Object filled(JsonParser parser, DeserializationContext context) throws IOException {
      Object builder = _valueInstantiator.createUsingDefault(context);
      Map<SettableBeanProperty, FieldAliases> several = new LinkedHashMap<>();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        SettableBeanProperty property = _beanProperties.find(name);
        if (property == null) {
          handleUnknownVanilla(parser, context, builder, name);
        } else if (aliased.contains(property.getName())) {
          several
              .computeIfAbsent(property, field -> new FieldAliases(field.getName()))
              .add(name, context.readTree(parser));
        } else {
          builder = set(property, parser, context, builder, name);
        }
      }
      for (Map.Entry<SettableBeanProperty, FieldAliases> field : several.entrySet()) {
        FieldAliases spellings = field.getValue();
        String chosen = spellings.chosen();
        JsonParser value = at(spellings.get(chosen), parser);
        builder = set(field.getKey(), value, context, builder, chosen);
        for (String name : spellings.kept()) {
          handleUnknownVanilla(at(spellings.get(name), parser), context, builder, name);
        }
      }
      return builder;
    }

    private static JsonParser at(JsonNode value, JsonParser parser) throws IOException {
      JsonParser inside = value.traverse(parser.getCodec());
      inside.nextToken();
      return inside;
    }

    private Object set(
        SettableBeanProperty property,
        JsonParser parser,
        DeserializationContext context,
        Object builder,
        String name)
        throws IOException {
      try {
        return property.deserializeSetAndReturn(parser, context, builder);
      } catch (Exception e) {
        wrapAndThrow(e, builder, name, context);
        throw e; // never reached, since the line before throws
      }
    }
  }
}
