package io.github.xrayclient.testsupport;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls the public constructors and methods of public types with null for one argument at a time,
 * and with a null in one array or collection at a time. Each call must throw a {@link
 * NullPointerException} that names the argument. Arguments that may be null are left out.
 */
public final class NullArguments {
  private final SampleValues samples;
  private final List<String> complaints = new ArrayList<>();
  private int calls;

  public NullArguments(SampleValues samples) {
    this.samples = samples;
  }

  /** Makes the calls of a type. */
  public NullArguments check(Class<?> type) {
    if (!Modifier.isAbstract(type.getModifiers())) {
      Arrays.stream(type.getConstructors())
          .forEach(constructor -> check(type, constructor, constructor));
    }
    for (Method method : type.getMethods()) {
      boolean isStatic = Modifier.isStatic(method.getModifiers());
      boolean isOurs = method.getDeclaringClass().getName().startsWith("io.github.xrayclient.")
          && !(isStatic && (type.isEnum() || method.getDeclaringClass() != type));
      if (isOurs && !method.getName().equals("equals")) {
        written(method).ifPresent(written -> check(type, method, written));
      }
    }
    return this;
  }

  /**
   * The method as it stands in the source: for a public class with a superclass that is not public,
   * the compiler makes methods that call those of the superclass. Empty for what else it makes.
   */
  private static Optional<Method> written(Method method) {
    if (!method.isSynthetic()) {
      return Optional.of(method);
    }
    return Stream.ofNullable(method.getDeclaringClass().getSuperclass())
        .flatMap(superclass -> Arrays.stream(superclass.getDeclaredMethods()))
        .filter(inherited -> inherited.getName().equals(method.getName()))
        .filter(
            inherited -> Arrays.equals(inherited.getParameterTypes(), method.getParameterTypes()))
        .filter(inherited -> !inherited.isSynthetic())
        .filter(inherited -> !Modifier.isPublic(inherited.getDeclaringClass().getModifiers()))
        .findFirst();
  }

  /** How many calls were made. */
  public int calls() {
    return calls;
  }

  /** What was wrong with them, a line for each call. */
  public List<String> complaints() {
    Collections.sort(complaints);
    return complaints;
  }

  private void check(Class<?> type, Executable called, Executable written) {
    Parameter[] parameters = written.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      if (!parameters[i].getType().isPrimitive()
          && !parameters[i].getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        check(type, called, written, i, null);
        Object holder = holderOfNull(parameters[i].getType());
        if (holder != null && !isGenerated(written)) {
          check(type, called, written, i, holder);
        }
      }
    }
  }

  /** An array or collection with a null in it; null for any other type. */
  private static @Nullable Object holderOfNull(Class<?> type) {
    if (type.isArray()) {
      Class<?> element = type.getComponentType();
      return element.isPrimitive() ? null : Array.newInstance(element, 1);
    }
    if (Iterable.class.isAssignableFrom(type) && type.isAssignableFrom(List.class)) {
      return Collections.singletonList(null);
    }
    return type == Map.class ? Collections.singletonMap("key", null) : null;
  }

  private void check(
      Class<?> type, Executable called, Executable written, int index, @Nullable Object bad) {
    String name = written.getParameters()[index].getName();
    String call = type.getName() + ": " + written + " with "
        + (bad == null ? "the null " : "a null in ") + name;
    calls++;
    try {
      Type[] types = written.getGenericParameterTypes();
      Object[] arguments = new Object[types.length];
      for (int i = 0; i < types.length; i++) {
        arguments[i] = i == index ? bad : samples.of(types[i]);
      }
      call(type, called, arguments);
      complaints.add(call + " is taken");
    } catch (InvocationTargetException e) {
      Throwable thrown = e.getCause();
      if (!(thrown instanceof NullPointerException) || !isNamed(thrown, written, name)) {
        complaints.add(call + " throws " + thrown);
      }
    } catch (ReflectiveOperationException e) {
      complaints.add(call + " cannot be called: " + e);
    }
  }

  private void call(Class<?> type, Executable executable, Object[] arguments)
      throws ReflectiveOperationException {
    if (executable instanceof Constructor) {
      ((Constructor<?>) executable).newInstance(arguments);
    } else {
      boolean isStatic = Modifier.isStatic(executable.getModifiers());
      ((Method) executable).invoke(isStatic ? null : samples.of(type), arguments);
    }
  }

  /**
   * Whether the message names the argument, other than by the JVM, which does so since Java 15
   * only. A generated builder names the attribute instead.
   */
  private static boolean isNamed(Throwable thrown, Executable executable, String name) {
    String message = Optional.ofNullable(thrown.getMessage()).orElse("");
    return isGenerated(executable) || (message.contains(name) && !message.startsWith("Cannot "));
  }

  /** Whether Immutables made it, which checks its arguments in its own way. */
  private static boolean isGenerated(Executable executable) {
    return executable.getDeclaringClass().getName().contains(".Immutable");
  }
}
