package io.github.xrayclient.testsupport;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes types as Java source does: with type arguments, {@code @Nullable}, and short names. */
final class ApiTypeText {
  private final String packageName;
  private final Map<TypeVariable<?>, AnnotatedType> arguments;

  /**
   * The texts in one type.
   *
   * @param packageName the package whose types need no qualified name, beside {@code java.lang}
   * @param arguments what stands for the type variables of the types that members are inherited
   *     from
   */
  ApiTypeText(String packageName, Map<TypeVariable<?>, AnnotatedType> arguments) {
    this.packageName = packageName;
    this.arguments = arguments;
  }

  String of(AnnotatedType type) {
    String nullable = type.isAnnotationPresent(Nullable.class) ? "@Nullable " : "";
    if (type instanceof AnnotatedArrayType) {
      String mark = nullable.isEmpty() ? "" : " " + nullable;
      return of(((AnnotatedArrayType) type).getAnnotatedGenericComponentType()) + mark + "[]";
    }
    if (type instanceof AnnotatedParameterizedType) {
      return nullable + name(raw(type.getType())) + arguments((AnnotatedParameterizedType) type);
    }
    if (type instanceof AnnotatedTypeVariable) {
      AnnotatedType argument = arguments.get(type.getType());
      return nullable + (argument == null ? type.getType().getTypeName() : of(argument));
    }
    if (type instanceof AnnotatedWildcardType) {
      return nullable + wildcard((AnnotatedWildcardType) type);
    }
    return nullable + name((Class<?>) type.getType());
  }

  /** The parameters of a generic type or method with a blank behind them, or nothing. */
  String parameters(TypeVariable<?>[] parameters) {
    return parameters.length == 0
        ? ""
        : Arrays.stream(parameters)
            .map(this::parameter)
            .collect(Collectors.joining(", ", "<", ">"));
  }

  String name(Class<?> type) {
    if (type.isArray()) {
      return name(type.getComponentType()) + "[]";
    }
    String name = type.getCanonicalName();
    String from = type.getPackageName();
    boolean isKnown = from.equals("java.lang") || from.equals(packageName);
    return isKnown && !type.isPrimitive() ? name.substring(from.length() + 1) : name;
  }

  private String arguments(AnnotatedParameterizedType type) {
    return Arrays.stream(type.getAnnotatedActualTypeArguments())
        .map(this::of)
        .collect(Collectors.joining(", ", "<", ">"));
  }

  private String wildcard(AnnotatedWildcardType type) {
    String lower = bounds(" super ", type.getAnnotatedLowerBounds());
    return "?" + (lower.isEmpty() ? bounds(" extends ", type.getAnnotatedUpperBounds()) : lower);
  }

  private String parameter(TypeVariable<?> parameter) {
    return parameter.getName() + bounds(" extends ", parameter.getAnnotatedBounds());
  }

  private String bounds(String word, AnnotatedType... bounds) {
    String text = Stream.of(bounds).map(this::of).collect(Collectors.joining(" & "));
    return text.isEmpty() || text.equals("Object") ? "" : word + text;
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) ((ParameterizedType) type).getRawType();
  }
}
