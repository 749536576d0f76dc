package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import org.jspecify.annotations.Nullable;

/** Tells Jackson how the {@code extras()} of an object are read and written. */
final class ExtrasIntrospector extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  /**
   * Treats a field of the server with the name "extras" as an unknown field. Otherwise it would
   * replace all unknown fields, since Immutables names their setter "extras".
   */
  @Override
  public @Nullable PropertyName findNameForDeserialization(Annotated annotated) {
    return annotated.hasAnnotation(JsonAnySetter.class)
        ? null
        : super.findNameForDeserialization(annotated);
  }

  @Override
  public @Nullable Object findSerializer(Annotated annotated) {
    return annotated.hasAnnotation(JsonAnyGetter.class)
        ? new ExtrasWriter()
        : super.findSerializer(annotated);
  }
}
