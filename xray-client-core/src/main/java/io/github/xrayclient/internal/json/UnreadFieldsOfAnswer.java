package io.github.xrayclient.internal.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields of an answer that could not be read, while a decoder reads it. A decoder
 * returns the value only, and callers may write their own decoders, so the fields go to the thread
 * that reads the answer.
 */
public final class UnreadFieldsOfAnswer {
  private static final int SHOWN = 20;
  private static final ThreadLocal<@Nullable List<UnreadField>> READING = new ThreadLocal<>();

  private UnreadFieldsOfAnswer() {}

  /**
   * Runs a decoder.
   *
   * @param listener gets the fields in one text, unless there are none
   */
  public static <T> T during(Reading<T> decoder, Consumer<String> listener) throws IOException {
    List<UnreadField> outer = READING.get();
    List<UnreadField> fields = new ArrayList<>();
    READING.set(fields);
    try {
      T value = decoder.read();
      if (!fields.isEmpty()) {
        listener.accept(text(fields));
      }
      return value;
    } finally {
      if (outer == null) {
        READING.remove();
      } else {
        READING.set(outer);
      }
    }
  }

  static void add(Collection<UnreadField> fields) {
    List<UnreadField> reading = READING.get();
    if (reading != null) {
      reading.addAll(fields);
    }
  }

  private static String text(List<UnreadField> fields) {
    int more = fields.size() - SHOWN;
    return fields.stream().limit(SHOWN).map(UnreadField::toString).collect(Collectors.joining("; "))
        + (more > 0 ? "; and " + more + " more" : "");
  }

  /**
   * Reads an answer.
   *
   * @param <T> the type of the result
   */
  @FunctionalInterface
  public interface Reading<T> {
    /** Returns the value. */
    T read() throws IOException;
  }
}
