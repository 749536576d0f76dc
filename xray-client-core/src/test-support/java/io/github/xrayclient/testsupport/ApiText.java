package io.github.xrayclient.testsupport;

import static java.lang.reflect.Modifier.isAbstract;
import static java.lang.reflect.Modifier.isFinal;
import static java.lang.reflect.Modifier.isProtected;
import static java.lang.reflect.Modifier.isPublic;
import static java.lang.reflect.Modifier.isStatic;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One public type as text: a line for the type and one for each member that callers can use.
 * Members of supertypes that callers cannot name stand with the type that inherits them.
 */
final class ApiText {
  private final Class<?> type;
  private final Map<TypeVariable<?>, AnnotatedType> arguments = new HashMap<>();
  private final ApiTypeText types;

  private final Set<String> superclasses = new TreeSet<>();
  private final Set<String> interfaces = new TreeSet<>();
  private final Set<String> fields = new TreeSet<>();
  private final Map<String, String> methods = new TreeMap<>();

  ApiText(Class<?> type) {
    this.type = type;
    this.types = new ApiTypeText(type.getPackageName(), arguments);
  }

  List<String> lines() {
    collect(type);
    List<String> lines = new ArrayList<>();
    lines.add(header());
    constants().forEach(constant -> lines.add("  " + constant));
    constructors().forEach(constructor -> lines.add("  " + constructor));
    fields.forEach(field -> lines.add("  " + field));
    methods.values().forEach(method -> lines.add("  " + method));
    return lines;
  }

  private String header() {
    boolean isClass = !type.isInterface() && !type.isEnum();
    return (isClass ? modifiers(type.getModifiers(), true) : "")
        + kind()
        + " "
        + types.name(type)
        + types.parameters(type.getTypeParameters())
        + list(" extends ", superclasses)
        + list(type.isInterface() ? " extends " : " implements ", interfaces);
  }

  private static String list(String word, Set<String> names) {
    return names.isEmpty() ? "" : word + String.join(", ", names);
  }

  private String kind() {
    if (type.isAnnotation()) {
      return "annotation";
    }
    return type.isInterface() ? "interface" : type.isEnum() ? "enum" : "class";
  }

  private void collect(Class<?> from) {
    for (Field field : from.getDeclaredFields()) {
      if (isForCallers(field.getModifiers()) && !field.isEnumConstant() && !field.isSynthetic()) {
        fields.add(modifiers(field.getModifiers(), true) + types.of(field.getAnnotatedType()) + " "
            + field.getName());
      }
    }
    for (Method method : from.getDeclaredMethods()) {
      boolean ofEveryEnum = type.isEnum()
          && isStatic(method.getModifiers())
          && Set.of("values", "valueOf").contains(method.getName());
      if (isForCallers(method.getModifiers()) && !method.isSynthetic() && !ofEveryEnum) {
        methods.putIfAbsent(signature(method), text(method));
      }
    }
    Stream.concat(
            Stream.ofNullable(from.getAnnotatedSuperclass()),
            Stream.of(from.getAnnotatedInterfaces()))
        .forEach(this::collectFromSupertype);
  }

  private void collectFromSupertype(AnnotatedType supertype) {
    Class<?> raw = erased(supertype);
    if (supertype instanceof AnnotatedParameterizedType) {
      AnnotatedType[] given =
          ((AnnotatedParameterizedType) supertype).getAnnotatedActualTypeArguments();
      TypeVariable<?>[] variables = raw.getTypeParameters();
      for (int i = 0; i < given.length; i++) {
        arguments.put(variables[i], given[i]);
      }
    }
    if (raw == Object.class || raw == Enum.class) {
      return;
    }
    if (!isOurs(raw) || isForCallers(raw)) {
      (raw.isInterface() ? interfaces : superclasses).add(types.of(supertype));
    } else {
      collect(raw);
    }
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith("io.github.xrayclient.");
  }

  /** Whether callers can name the type. */
  static boolean isForCallers(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (!isForCallers(each.getModifiers()) || each.isAnonymousClass() || each.isLocalClass()) {
        return false;
      }
    }
    return !type.getPackageName().contains(".internal");
  }

  private static Class<?> erased(AnnotatedType type) {
    return type instanceof AnnotatedParameterizedType
        ? (Class<?>) ((java.lang.reflect.ParameterizedType) type.getType()).getRawType()
        : (Class<?>) type.getType();
  }

  private List<String> constants() {
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name())
            .collect(Collectors.toList())
        : List.of();
  }

  private Set<String> constructors() {
    Set<String> texts = new TreeSet<>();
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (isForCallers(constructor.getModifiers())) {
        texts.add(modifiers(constructor.getModifiers(), false)
            + typeParameters(constructor) + "new " + types.name(type) + parameters(constructor)
            + thrown(constructor));
      }
    }
    return texts;
  }

  private String text(Method method) {
    boolean inInterface = method.getDeclaringClass().isInterface();
    return (method.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "")
        + (method.isDefault() ? "default " : modifiers(method.getModifiers(), !inInterface))
        + typeParameters(method)
        + types.of(method.getAnnotatedReturnType())
        + " "
        + method.getName()
        + parameters(method)
        + thrown(method);
  }

  private String typeParameters(Executable executable) {
    String text = types.parameters(executable.getTypeParameters());
    return text.isEmpty() ? "" : text + " ";
  }

  private String parameters(Executable executable) {
    AnnotatedType[] annotated = executable.getAnnotatedParameterTypes();
    Parameter[] parameters = executable.getParameters();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < parameters.length; i++) {
      String text = types.of(annotated[i]);
      String shown =
          parameters[i].isVarArgs() ? text.substring(0, text.length() - 2) + "..." : text;
      texts.add(shown + " " + parameters[i].getName());
    }
    return "(" + String.join(", ", texts) + ")";
  }

  private String thrown(Executable executable) {
    AnnotatedType[] thrown = executable.getAnnotatedExceptionTypes();
    return thrown.length == 0
        ? ""
        : Stream.of(thrown).map(types::of).collect(Collectors.joining(", ", " throws ", ""));
  }

  private static boolean isForCallers(int modifiers) {
    return isPublic(modifiers) || isProtected(modifiers);
  }

  /** What overrides what: the name with the erased types of the parameters. */
  private static String signature(Method method) {
    return method.getName()
        + Stream.of(method.getParameterTypes())
            .map(Class::getName)
            .collect(Collectors.joining(",", "(", ")"));
  }

  /** Without {@code public}, which all have that have no other word. */
  private static String modifiers(int modifiers, boolean abstractAndFinal) {
    return (isProtected(modifiers) ? "protected " : "")
        + (isStatic(modifiers) ? "static " : "")
        + (abstractAndFinal && isAbstract(modifiers) ? "abstract " : "")
        + (abstractAndFinal && isFinal(modifiers) ? "final " : "");
  }
}
