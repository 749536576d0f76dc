package io.github.xrayclient.internal.call;

import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.value.WireValue;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Checks the arguments of callers. Each exception names the argument. */
public final class Arguments {
  private Arguments() {}

  /**
   * Returns the text. It must not be blank and must not contain control characters, since it
   * becomes a part of a URL.
   *
   * @throws IllegalArgumentException that names the argument
   */
  public static String checked(String argument, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(argument + " is blank; give a text");
    }
    return sendable(argument, text);
  }

  /**
   * Returns the text of a value, which becomes a part of a URL.
   *
   * @throws IllegalArgumentException that names the argument, if the value is null, an {@link
   *     Optional}, a collection or an array
   */
  static String ofOne(String argument, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(argument + " is null; give a value");
    }
    boolean holder = value instanceof Optional
        || value instanceof OptionalInt
        || value instanceof OptionalLong
        || value instanceof OptionalDouble;
    if (holder || value instanceof Collection || value.getClass().isArray()) {
      throw new IllegalArgumentException(argument + " must be a single value, but was of the type "
          + value.getClass().getTypeName());
    }
    return value.toString();
  }

  /**
   * Returns the text. It must be usable as a path segment: neither blank nor {@code .} nor {@code
   * ..}.
   *
   * @throws IllegalArgumentException that names the argument
   */
  public static String name(String argument, String text) {
    if (text.equals(".") || text.equals("..")) {
      throw new IllegalArgumentException(
          argument + " must not be '" + text + "', since it is a part of a URL");
    }
    return checked(argument, text);
  }

  /**
   * Returns the text. It must contain neither a control character nor half of a surrogate pair.
   *
   * @throws IllegalArgumentException that names the argument
   */
  static String sendable(String argument, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        throw controlCharacter(argument, i);
      }
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(
          argument + " contains half of a surrogate pair, which cannot be sent; remove it");
    }
    return text;
  }

  /**
   * Returns the text. It must not be blank, and may contain no control characters except tabs and
   * line ends.
   *
   * @throws IllegalArgumentException that names the argument
   */
  public static String text(String argument, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(argument + " is blank; give a text");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r') {
        throw controlCharacter(argument, i);
      }
    }
    return text;
  }

  /** Returns a copy of the texts, which are checked by {@link #text}. */
  public static List<String> texts(String argument, List<String> texts) {
    texts.forEach(text -> text(argument, text));
    return List.copyOf(texts);
  }

  /** Returns the value, whose text is checked by {@link #text}. */
  public static <T extends WireValue> T word(String argument, T value) {
    text(argument, value.wire());
    return value;
  }

  /**
   * Returns the id, which must consist of digits.
   *
   * @throws IllegalArgumentException that names the argument
   */
  public static <T extends WireValue> T digits(String argument, T id) {
    if (!id.wire().matches("\\d+")) {
      throw new IllegalArgumentException(
          argument + " must consist of digits, but was '" + VisibleText.oneLine(id.wire()) + "'");
    }
    return id;
  }

  /**
   * Returns a copy of the elements, of which there must be at least one.
   *
   * @throws IllegalArgumentException that names the argument
   */
  public static <T> List<T> some(String argument, List<T> elements) {
    if (elements.isEmpty()) {
      throw new IllegalArgumentException(argument + " is empty; give at least one");
    }
    return List.copyOf(elements);
  }

  private static IllegalArgumentException controlCharacter(String argument, int index) {
    return new IllegalArgumentException(
        argument + " contains a control character at index " + index + "; remove it");
  }
}
