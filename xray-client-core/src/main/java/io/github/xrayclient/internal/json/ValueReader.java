package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON as values of one type. Usually one fast pass is enough. If a value in the JSON has
 * another type than expected, the same JSON is read a second time, and the fields that cannot be
 * read are kept among the extras of their objects.
 */
public final class ValueReader<T> {
  private final ObjectReader fast;
  private final ObjectReader tolerant;

  private ValueReader(ObjectReader fast, ObjectReader tolerant) {
    this.fast = fast;
    this.tolerant = tolerant;
  }

  /** Creates a reader of values of this type. */
  public static <T> ValueReader<T> of(Class<T> type) {
    JavaType known = Json.MAPPER.constructType(type);
    return new ValueReader<>(Json.FAST.readerFor(known), Json.MAPPER.readerFor(known));
  }

  /**
   * Creates a reader that throws if an object contains a field twice, or if text follows after the
   * value.
   */
  public static <T> ValueReader<T> strict(JavaType type) {
    return new ValueReader<>(
        Json.strict(Json.FAST).forType(type), Json.strict(Json.MAPPER).forType(type));
  }

  /** Reads a value. */
  public T read(byte[] json) throws IOException {
    return read(reader -> reader.<T>readValue(json));
  }

  /** Reads a value. */
  public T read(JsonNode json) throws IOException {
    return read(reader -> reader.<T>readValue(json));
  }

  /** Runs a pass over the JSON, and a second one if the first one finds a value of another type. */
  <R> R read(Pass<R> pass) throws IOException {
    try {
      return pass.with(fast);
    } catch (JsonMappingException e) {
      if (isBrokenJson(e)) {
        throw e;
      }
    }
    List<UnreadField> unread = new ArrayList<>();
    R value = pass.with(tolerant.withAttribute(UnreadField.class, unread));
    UnreadFieldsOfAnswer.add(unread);
    return value;
  }

  private static boolean isBrokenJson(JsonMappingException e) {
    return e.getCause() instanceof StreamConstraintsException
        || (e.getCause() instanceof StreamReadException
            && !(e.getCause() instanceof InputCoercionException));
  }

  /**
   * Reads the whole JSON with a reader.
   *
   * @param <R> the type of the result
   */
  @FunctionalInterface
  interface Pass<R> {
    R with(ObjectReader reader) throws IOException;
  }
}
