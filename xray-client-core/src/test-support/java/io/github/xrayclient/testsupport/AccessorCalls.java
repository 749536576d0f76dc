package io.github.xrayclient.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Calls all accessors of values, also those that compute something. */
final class AccessorCalls {
  private AccessorCalls() {}

  static void on(Object value) throws ReflectiveOperationException {
    on(value, new HashSet<>());
  }

  /** Calls every method without arguments of a value and of the values in it. */
  private static void on(Object value, Set<Object> known) throws ReflectiveOperationException {
    if (value instanceof Optional) {
      if (((Optional<?>) value).isPresent()) {
        on(((Optional<?>) value).get(), known);
      }
      return;
    }
    if (value instanceof Collection) {
      for (Object element : (Collection<?>) value) {
        on(element, known);
      }
      return;
    }
    if (!value.getClass().getName().startsWith("io.github.xrayclient.") || !known.add(value)) {
      return;
    }
    assertThat(value.toString()).isNotNull();
    for (Class<?> type : value.getClass().getInterfaces()) {
      for (Method method : type.getMethods()) {
        if (method.getParameterCount() == 0
            && !Modifier.isStatic(method.getModifiers())
            && type.getName().startsWith("io.github.xrayclient.")) {
          Object result = method.invoke(value);
          if (!method.getName().equals("toBuilder")) {
            on(result, known);
          }
        }
      }
    }
  }
}
