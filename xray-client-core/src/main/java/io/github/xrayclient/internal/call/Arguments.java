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

/** Checks of what callers give; each complaint names the argument. */
public final class Arguments {
  private Arguments() {}

  /**
   * The text, if it is not blank and could stand in an address, for which it has one line.
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
   * The text of a value that is sent as one.
   *
   * @throws IllegalArgumentException that names the argument, for null and for a value that only
   *     holds others, such as an {@link Optional}
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
      throw new IllegalArgumentException(
          argument + " is of " + value.getClass().getTypeName() + "; give the value that it holds");
    }
    return value.toString();
  }

  /**
   * The text, if it could be a name in a path: not blank, and neither {@code .} nor {@code ..}.
   *
   * @throws IllegalArgumentException that names the argument
   */
  public static String name(String argument, String text) {
    if (text.equals(".") || text.equals("..")) {
      throw new IllegalArgumentException(argument + " must be a name, but was '" + text + "'");
    }
    return checked(argument, text);
  }

  /**
   * The text, if it has no control character and no half of a surrogate pair.
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
      throw new IllegalArgumentException(argument + " holds half of a surrogate pair; remove it");
    }
    return text;
  }

  /**
   * The text, if it is not blank and has no control characters but tabs and line ends.
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

  /** The texts, each checked like {@link #text}. */
  public static List<String> texts(String argument, List<String> texts) {
    texts.forEach(text -> text(argument, text));
    return List.copyOf(texts);
  }

  /** The value, whose text is checked like {@link #text}. */
  public static <T extends WireValue> T word(String argument, T value) {
    text(argument, value.wire());
    return value;
  }

  /**
   * The id, if it has digits only.
   *
   * @throws IllegalArgumentException that names the argument
   */
  public static <T extends WireValue> T digits(String argument, T id) {
    if (!id.wire().matches("\\d+")) {
      throw new IllegalArgumentException(
          argument + " must be digits, but was '" + VisibleText.oneLine(id.wire()) + "'");
    }
    return id;
  }

  /**
   * The elements, if there are any.
   *
   * @throws IllegalArgumentException that names the argument
   */
  public static <T> List<T> some(String argument, List<T> elements) {
    if (elements.isEmpty()) {
      throw new IllegalArgumentException(argument + " is empty; name one or more");
    }
    return List.copyOf(elements);
  }

  private static IllegalArgumentException controlCharacter(String argument, int index) {
    return new IllegalArgumentException(
        argument + " has a control character at index " + index + "; remove it");
  }
}
