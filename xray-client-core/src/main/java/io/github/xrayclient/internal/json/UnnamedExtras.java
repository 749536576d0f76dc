package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import org.jspecify.annotations.Nullable;

/**
 * Treats a field of the server with the name "extras" as an unknown field. Otherwise it would
 * replace all unknown fields, since Immutables names their setter "extras".
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
