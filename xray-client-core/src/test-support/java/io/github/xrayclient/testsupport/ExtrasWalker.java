package io.github.xrayclient.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes through a value of the library and the values in it, by their public methods only, and
 * collects what {@code extras()} holds: the fields that the library does not know.
 */
public final class ExtrasWalker {
  private final Map<String, JsonNode> unknown = new LinkedHashMap<>();
  private int visited;

  private ExtrasWalker() {}

  /** Walks over a value, or over a list of values. */
  public static ExtrasWalker over(Object value) {
    ExtrasWalker walker = new ExtrasWalker();
    walker.visit("$", value);
    return walker;
  }

  /** The unknown fields by their path, such as {@code $.rules[0].mode}; by accessors, not by wire names. */
  public Map<String, JsonNode> unknown() {
    return unknown;
  }

  /** How many values with extras there are, so that a walk over nothing is noticed. */
  public int visited() {
    return visited;
  }

  private void visit(String path, Object value) {
    if (value instanceof Optional) {
      ((Optional<?>) value).ifPresent(present -> visit(path, present));
    } else if (value instanceof List) {
      int index = 0;
      for (Object element : (List<?>) value) {
        visit(path + "[" + index++ + "]", element);
      }
    } else if (value instanceof Map) {
      ((Map<?, ?>) value).forEach((key, element) -> visit(path + "[" + key + "]", element));
    } else {
      describedBy(value).ifPresent(type -> visitValue(path, type, value));
    }
  }

  private void visitValue(String path, Class<?> type, Object value) {
    visited++;
    for (Method method : type.getMethods()) {
      boolean accessor = Modifier.isAbstract(method.getModifiers())
          && method.getParameterCount() == 0
          && !method.getName().equals("toBuilder");
      if (!accessor) {
        continue;
      }
      Object result = call(method, value);
      if (method.getName().equals("extras")) {
        ((Map<?, ?>) result)
            .forEach((name, extra) -> unknown.put(path + "." + name, (JsonNode) extra));
      } else {
        visit(path + "." + method.getName(), result);
      }
    }
  }

  /** The public interface of a value that has extras. */
  private static Optional<Class<?>> describedBy(Object value) {
    return Arrays.stream(value.getClass().getInterfaces())
        .filter(type -> type.getName().startsWith("io.github.xrayclient."))
        .filter(type -> Modifier.isPublic(type.getModifiers()))
        .filter(type ->
            Arrays.stream(type.getMethods()).anyMatch(method -> method.getName().equals("extras")))
        .findFirst();
  }

  private static Object call(Method method, Object value) {
    try {
      return method.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(method + " cannot be called", e);
    }
  }
}
