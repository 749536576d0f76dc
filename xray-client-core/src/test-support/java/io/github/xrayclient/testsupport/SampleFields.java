package io.github.xrayclient.testsupport;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the annotations of a type and of the types in it say about the names of their fields. */
final class SampleFields {
  private final Map<String, String> aliases = new HashMap<>();
  private final Set<String> readAsLists = new HashSet<>(); // also if there is one value only
  private final Set<String> maps = new HashSet<>();
  private final Set<Type> known = new HashSet<>();

  private SampleFields() {}

  static SampleFields of(Class<?> type) {
    SampleFields fields = new SampleFields();
    fields.collect(type);
    return fields;
  }

  /** The name under which a field is written that may have several names. */
  String usualName(String name) {
    return aliases.getOrDefault(name, name);
  }

  private void collect(Type each) {
    if (each instanceof ParameterizedType) {
      for (Type argument : ((ParameterizedType) each).getActualTypeArguments()) {
        collect(argument);
      }
    } else if (each instanceof Class
        && ((Class<?>) each).getName().startsWith("io.github.xrayclient.")
        && known.add(each)) {
      for (Method method : ((Class<?>) each).getMethods()) {
        JsonProperty field = method.getAnnotation(JsonProperty.class);
        if (field != null) {
          collect(method, field.value());
        }
      }
    }
  }

  private void collect(Method accessor, String name) {
    JsonAlias alias = accessor.getAnnotation(JsonAlias.class);
    if (alias != null) {
      List.of(alias.value()).forEach(other -> aliases.put(other, name));
    }
    JsonFormat format = accessor.getAnnotation(JsonFormat.class);
    if (format != null
        && List.of(format.with()).contains(JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)) {
      readAsLists.add(name);
    }
    if (accessor.getReturnType() == Map.class) {
      maps.add(name);
    }
    collect(accessor.getGenericReturnType());
  }

  /**
   * Without nulls, empty lists and empty maps, with scalars as texts, and each field under its
   * usual name.
   */
  JsonNode normal(JsonNode node) {
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> {
        if (!element.isNull()) {
          copy.add(normal(element));
        }
      });
      return copy;
    }
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(member -> {
        JsonNode value = normal(member.getValue());
        String name = usualName(member.getKey());
        boolean isOne = readAsLists.contains(name) && !value.isNull() && !value.isArray();
        boolean isEmpty = value.isEmpty() && (value.isArray() || maps.contains(name));
        if (!value.isNull() && !(value.isContainerNode() && isEmpty)) {
          copy.set(name, isOne ? JsonNodeFactory.instance.arrayNode().add(value) : value);
        }
      });
      return copy;
    }
    return node.isNull() ? node : TextNode.valueOf(node.asText());
  }
}
