package io.github.xrayclient.testsupport;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether the public methods of public classes can be called by reflection, as dynamic languages
 * and many libraries do. The JVM refuses it if the class that declares the method is not public.
 */
public final class ReflectiveCalls {
  private ReflectiveCalls() {}

  /** The methods of these classes, inherited ones included, to which the JVM refuses access. */
  public static List<String> refused(Iterable<Class<?>> classes) {
    TreeSet<String> refused = new TreeSet<>();
    for (Class<?> type : classes) {
      Object builder = builder(type);
      for (Method method : type.getMethods()) {
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        if (!isVisible(method) || ((isStatic || builder != null) && !isTaken(method, builder))) {
          refused.add(type.getName() + ": " + method);
        }
      }
    }
    return new ArrayList<>(refused);
  }

  private static boolean isVisible(Method method) {
    try {
      MethodHandles.publicLookup().unreflect(method);
      return true;
    } catch (IllegalAccessException e) {
      return false;
    }
  }

  /** Calls the method with too many arguments, which the JVM looks at after the access. */
  private static boolean isTaken(Method method, @Nullable Object target) {
    try {
      method.invoke(target, new Object[method.getParameterCount() + 1]);
    } catch (IllegalAccessException e) {
      return false;
    } catch (IllegalArgumentException e) {
      return true;
    } catch (InvocationTargetException e) {
      throw new AssertionError("the method was run: " + method, e);
    }
    throw new AssertionError("the method was run: " + method);
  }

  /** A builder of this class, if its enclosing class gives one without arguments. */
  private static @Nullable Object builder(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null
        ? null
        : Arrays.stream(outer.getMethods())
            .filter(method -> method.getName().equals("builder"))
            .filter(method -> method.getParameterCount() == 0 && method.getReturnType() == type)
            .findFirst()
            .map(ReflectiveCalls::made)
            .orElse(null);
  }

  private static Object made(Method factory) {
    try {
      return factory.invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(factory + " cannot be called", e);
    }
  }
}
