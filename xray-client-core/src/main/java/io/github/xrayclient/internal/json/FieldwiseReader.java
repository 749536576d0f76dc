package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.BuilderBasedDeserializer;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an object field by field, and does two things for which Jackson has no setting.
 *
 * <p>A field that has several names is set after the whole object was read, so that an empty value
 * under one name never replaces a filled value under another; Jackson always keeps the last value.
 *
 * <p>If this reader is tolerant, a value that cannot be read, such as {@code true} in place of an
 * object, is kept among the {@code extras()} of the object, under the name and in the form in which
 * it was received. Only a mandatory field still makes the whole text unreadable.
 */
final class FieldwiseReader extends BuilderBasedDeserializer {
  private static final long serialVersionUID = 1L;

  /** An attribute of the context that is set as soon as a mandatory field cannot be read. */
  private static final Object UNREADABLE = new Object();

  private final transient Set<String> aliased;
  private final boolean keeps;

  /**
   * @param aliased the usual names of the fields that have several names
   * @param keeps whether values that cannot be read are kept
   */
  FieldwiseReader(BuilderBasedDeserializer deserializer, Set<String> aliased, boolean keeps) {
    super(deserializer);
    this.aliased = aliased;
    this.keeps = keeps;
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      return super.deserialize(parser, context);
    }
    Object builder = filled(parser, context);
    try {
      return finishBuild(context, builder);
    } catch (JsonMappingException e) { // a mandatory field is missing
      context.setAttribute(UNREADABLE, UNREADABLE);
      throw e;
    }
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
        builder = keeps
            ? setOrKeep(property, parser, context, builder, name)
            : set(property, parser, context, builder, name);
      }
    }
    for (Map.Entry<SettableBeanProperty, FieldAliases> field : several.entrySet()) {
      FieldAliases spellings = field.getValue();
      String chosen = spellings.chosen();
      JsonParser value = at(spellings.get(chosen), parser);
      builder = keeps
          ? setOrKeep(field.getKey(), value, context, builder, chosen)
          : set(field.getKey(), value, context, builder, chosen);
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

  /**
   * Sets a field, or keeps its value if it cannot be read. The objects inside the value keep their
   * own fields, so that only the smallest part is kept unread. A list is kept as a whole, so that
   * none of its elements is lost or moved.
   */
  private Object setOrKeep(
      SettableBeanProperty property,
      JsonParser parser,
      DeserializationContext context,
      Object builder,
      String name)
      throws IOException {
    if (!parser.currentToken().isStructStart()) {
      try {
        return property.deserializeSetAndReturn(parser, context, builder);
      } catch (JsonMappingException | InputCoercionException e) {
        refuse(property, context, builder, name, e);
        note(parser, parser.currentToken(), context, e);
        handleUnknownVanilla(parser, context, builder, name); // still at this value
        return builder;
      }
    }
    try (TokenBuffer value = new TokenBuffer(parser, context)) {
      value.copyCurrentStructure(parser);
      value.overrideParentContext(parser.getParsingContext()); // for the JSON paths inside
      try {
        return property.deserializeSetAndReturn(first(value, parser), context, builder);
      } catch (JsonMappingException | InputCoercionException e) {
        refuse(property, context, builder, name, e);
        note(parser, value.firstToken(), context, e);
        handleUnknownVanilla(first(value, parser), context, builder, name);
        return builder;
      }
    }
  }

  private static JsonParser first(TokenBuffer value, JsonParser original) throws IOException {
    JsonParser parser = value.asParser(original);
    parser.nextToken();
    return parser;
  }

  /** Throws the exception if it is about a mandatory field, in this object or inside the value. */
  private void refuse(
      SettableBeanProperty property,
      DeserializationContext context,
      Object builder,
      String name,
      JsonProcessingException e)
      throws IOException {
    if (context.getAttribute(UNREADABLE) != null || isMandatory(property)) {
      context.setAttribute(UNREADABLE, UNREADABLE);
      wrapAndThrow(e, builder, name, context);
    }
  }

  /** Adds the field to those that could not be read, if anybody asked. */
  @SuppressWarnings("unchecked") // only ValueReader sets the attribute
  private static void note(
      JsonParser parser,
      JsonToken value,
      DeserializationContext context,
      JsonProcessingException e) {
    Object unread = context.getAttribute(UnreadField.class);
    if (unread != null) {
      String path = JsonPath.of(parser.getParsingContext());
      ((Collection<UnreadField>) unread).add(UnreadField.of(path, value, e));
    }
  }

  private static boolean isMandatory(SettableBeanProperty property) {
    Class<?> type = property.getType().getRawClass();
    return type != Optional.class
        && !Iterable.class.isAssignableFrom(type)
        && !Map.class.isAssignableFrom(type);
  }
}
