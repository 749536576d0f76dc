package io.github.xrayclient.diagnostics.internal.migration.check;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.xrayclient.value.WireValue;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object that the library knows, as its type declares them. */
final class KnownFields {
  private static final Map<Class<?>, KnownFields> CACHE = new ConcurrentHashMap<>();

  private final Map<String, Type> types = new LinkedHashMap<>();
  private final Map<String, Class<?>> valueTypes = new HashMap<>();
  private final Map<String, KnownWords> words = new HashMap<>();
  private final Set<String> names = new TreeSet<>();

  private KnownFields(Class<?> type) {
    for (Method method : type.getMethods()) {
      JsonProperty property = method.getAnnotation(JsonProperty.class);
      if (property != null) {
        types.put(property.value(), method.getGenericReturnType());
        JsonAlias alias = method.getAnnotation(JsonAlias.class);
        names.addAll(alias == null ? List.of() : List.of(alias.value()));
      }
    }
    names.addAll(types.keySet());
    types.forEach((name, field) -> {
      Class<?> value = valueType(field);
      valueTypes.put(name, value);
      KnownWords.of(type, name, value).ifPresent(known -> words.put(name, known));
    });
  }

  /** The fields of a type; none if the type is not one of this library's JSON objects. */
  static KnownFields of(Class<?> type) {
    return CACHE.computeIfAbsent(type, KnownFields::new);
  }

  boolean isEmpty() {
    return types.isEmpty();
  }

  /** The names of the fields, also the other names that are accepted. */
  Set<String> names() {
    return Collections.unmodifiableSet(names);
  }

  /** The type of the values of a field, which may be in a list; null if the field is not known. */
  @Nullable
  Class<?> type(String name) {
    return valueTypes.get(name);
  }

  /** The words that a field may have; null if it may have others. */
  @Nullable
  KnownWords words(String name) {
    return words.get(name);
  }

  /** The type of a field in words, as in {@code true or false}. */
  String typeInWords(String name) {
    Type type = types.getOrDefault(name, Object.class);
    if (isList(type)) {
      String element = element(valueType(type));
      return "a list of " + element;
    }
    Class<?> value = valueType(type);
    if (value == Boolean.class || value == boolean.class) {
      return "true or false";
    }
    if (Number.class.isAssignableFrom(value)) {
      return "a whole number";
    }
    return isText(value) ? "a text" : "an object";
  }

  private static String element(Class<?> type) {
    return isText(type) ? "texts" : "objects";
  }

  private static boolean isText(Class<?> type) {
    return type == String.class
        || WireValue.class.isAssignableFrom(type)
        || of(type).isEmpty();
  }

  private static boolean isList(Type type) {
    return type instanceof ParameterizedType
        && Collection.class.isAssignableFrom((Class<?>) ((ParameterizedType) type).getRawType());
  }

  /** The type in an optional value or in a list. */
  private static Class<?> valueType(Type type) {
    return type instanceof ParameterizedType
        ? valueType(((ParameterizedType) type).getActualTypeArguments()[0])
        : (Class<?>) type;
  }
}
