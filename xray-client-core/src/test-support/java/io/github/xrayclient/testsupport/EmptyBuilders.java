package io.github.xrayclient.testsupport;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** What builders say of a value that has nothing. */
public final class EmptyBuilders {
  private EmptyBuilders() {}

  /** The messages of the builders that refuse to build one. */
  public static List<String> refusals(Iterable<Class<?>> classes) {
    List<String> refusals = new ArrayList<>();
    for (Class<?> type : classes) {
      for (Method factory : type.getDeclaredMethods()) {
        if (factory.getName().equals("builder") && factory.getParameterCount() == 0) {
          refusals.addAll(refusal(factory));
        }
      }
    }
    return refusals;
  }

  private static List<String> refusal(Method factory) {
    try {
      Object builder = factory.invoke(null);
      builder.getClass().getMethod("build").invoke(builder);
      return List.of();
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalStateException) {
        return List.of(e.getCause().getMessage());
      }
      throw new AssertionError(factory + " failed otherwise", e);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no builder by " + factory, e);
    }
  }
}
