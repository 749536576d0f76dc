package io.github.xrayclient.curation.internal.call;

import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.value.WireValue;
import java.util.List;

/** Checks of what callers give, each naming the argument. */
public final class Arguments {
  private Arguments() {}

  public static String text(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " is blank; give a text");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r') {
        throw new IllegalArgumentException(
            name + " has a control character at index " + i + "; remove it");
      }
    }
    return value;
  }

  public static <T extends WireValue> T word(String name, T value) {
    text(name, value.wire());
    return value;
  }

  public static <T extends WireValue> T digits(String name, T id) {
    if (!id.wire().matches("\\d+")) {
      throw new IllegalArgumentException(
          name + " must be digits, but was '" + VisibleText.oneLine(id.wire()) + "'");
    }
    return id;
  }

  public static List<String> texts(String name, List<String> values) {
    values.forEach(value -> text(name, value));
    return List.copyOf(values);
  }

  public static <T> List<T> some(String name, List<T> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(name + " is empty; name one or more");
    }
    return List.copyOf(values);
  }
}
