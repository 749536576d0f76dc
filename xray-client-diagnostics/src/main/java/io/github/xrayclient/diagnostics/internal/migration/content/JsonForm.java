package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A value with a JSON form. Two values are equal if they have the same class and the same JSON. */
public abstract class JsonForm {
  public abstract ObjectNode toJson();

  @Override
  public final boolean equals(@Nullable Object other) {
    return getClass().isInstance(other) // its classes are final
        && toJson().toString().equals(((JsonForm) other).toJson().toString());
  }

  @Override
  public final int hashCode() {
    return toJson().toString().hashCode();
  }
}
