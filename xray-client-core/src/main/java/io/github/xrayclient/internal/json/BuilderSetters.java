package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By which methods Jackson fills the builders that Immutables generates. */
final class BuilderSetters extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  /**
   * Immutables names the setter of unknown fields "extras" too; without that name a server's field
   * "extras" is as unknown as any other. Of two setters it names the one that takes an {@code
   * Optional}; the one that takes what is in it gets the same name here.
   */
  @Override
  public @Nullable PropertyName findNameForDeserialization(Annotated annotated) {
    if (annotated.hasAnnotation(JsonAnySetter.class)) {
      return null;
    }
    PropertyName name = super.findNameForDeserialization(annotated);
    return name == null && annotated instanceof AnnotatedMethod
        ? nameOfOptional((AnnotatedMethod) annotated)
        : name;
  }

  /** What is there need not be wrapped to be set; null is never set. */
  @Override
  public @Nullable AnnotatedMethod resolveSetterConflict(
      MapperConfig<?> config, AnnotatedMethod one, AnnotatedMethod other) {
    if (one.getRawParameterType(0) == Optional.class) {
      return other;
    }
    return other.getRawParameterType(0) == Optional.class
        ? one
        : super.resolveSetterConflict(config, one, other);
  }

  private static @Nullable PropertyName nameOfOptional(AnnotatedMethod method) {
    if (method.getParameterCount() != 1 || method.getRawParameterType(0).isPrimitive()) {
      return null;
    }
    return Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
        .filter(other -> other.getName().equals(method.getName()))
        .filter(BuilderSetters::takesOptional)
        .map(other -> other.getAnnotation(JsonProperty.class))
        .filter(Objects::nonNull)
        .map(property -> PropertyName.construct(property.value()))
        .findFirst()
        .orElse(null);
  }

  private static boolean takesOptional(Method method) {
    return method.getParameterCount() == 1 && method.getParameterTypes()[0] == Optional.class;
  }
}
