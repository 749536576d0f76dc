package io.github.xrayclient.diagnostics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes values of which every attribute is set, whatever their attributes are. */
final class FilledValues {
  private static final String TEXT = "7.5"; // is a name, a word and a number

  private FilledValues() {}

  static boolean isValue(Class<?> type) {
    return type.isInterface()
        && Arrays.stream(type.getMethods())
            .anyMatch(method -> method.getName().equals("toBuilder"));
  }

  static Object of(Class<?> value) throws ReflectiveOperationException {
    Object builder = builder(value);
    for (Method accessor : value.getMethods()) {
      if (isAttribute(accessor)) {
        set(builder, accessor);
      }
    }
    return builder.getClass().getMethod("build").invoke(builder);
  }

  /** From {@code builder()} or, if a value has mandatory arguments, from {@code of(..)}. */
  private static Object builder(Class<?> value) throws ReflectiveOperationException {
    for (Method factory : value.getMethods()) {
      if (Modifier.isStatic(factory.getModifiers())
          && factory.getReturnType().getSimpleName().equals("Builder")) {
        List<Object> arguments = new ArrayList<>();
        for (Type argument : factory.getGenericParameterTypes()) {
          arguments.add(sample(argument));
        }
        return factory.invoke(null, arguments.toArray());
      }
    }
    throw new NoSuchMethodException(value + " has no factory of a builder");
  }

  private static boolean isAttribute(Method accessor) {
    return Modifier.isAbstract(accessor.getModifiers())
        && accessor.getParameterCount() == 0
        && !accessor.getName().equals("toBuilder");
  }

  private static void set(Object builder, Method accessor) throws ReflectiveOperationException {
    Object sample = sample(accessor.getGenericReturnType());
    for (Method setter : builder.getClass().getMethods()) {
      if (setter.getName().equals(accessor.getName())
          && setter.getParameterCount() == 1
          && wrapped(setter.getParameterTypes()[0]).isInstance(sample)) {
        setter.invoke(builder, sample);
        return;
      }
    }
    throw new NoSuchMethodException(builder.getClass() + "." + accessor.getName());
  }

  private static Object sample(Type type) throws ReflectiveOperationException {
    if (!(type instanceof ParameterizedType)) {
      return sample((Class<?>) type);
    }
    ParameterizedType generic = (ParameterizedType) type;
    Type[] arguments = generic.getActualTypeArguments();
    Object last = sample(arguments[arguments.length - 1]);
    if (generic.getRawType() == Optional.class) {
      return Optional.of(last);
    }
    return generic.getRawType() == List.class ? List.of(last) : Map.of(TEXT, last);
  }

  private static Object sample(Class<?> type) throws ReflectiveOperationException {
    if (type == String.class) {
      return TEXT;
    }
    if (wrapped(type) == Boolean.class) {
      return true;
    }
    if (wrapped(type) == Integer.class) {
      return 7;
    }
    if (wrapped(type) == Long.class) {
      return 7L;
    }
    if (type == Instant.class) {
      return Instant.EPOCH;
    }
    if (type == JsonNode.class) {
      return JsonNodeFactory.instance.objectNode().put(TEXT, TEXT);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    return isValue(type) ? of(type) : type.getMethod("of", String.class).invoke(null, TEXT);
  }

  private static Class<?> wrapped(Class<?> type) {
    return MethodType.methodType(type).wrap().returnType();
  }
}
