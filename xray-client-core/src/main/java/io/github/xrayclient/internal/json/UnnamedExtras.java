package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import org.jspecify.annotations.Nullable;

/**
 * Reads a server's field "extras" as unknown, like any other that a value does not have. Otherwise
 * it would replace all unknown fields, since Immutables also gives their setter the name "extras".
 */
final class UnnamedExtras extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable PropertyName findNameForDeserialization(Annotated annotated) {
    return annotated.hasAnnotation(JsonAnySetter.class)
        ? null
        : super.findNameForDeserialization(annotated);
  }
}
