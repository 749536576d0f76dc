package io.github.xrayclient.internal.call;

import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.value.NameOrId;
import io.github.xrayclient.value.WireValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/**
 * Checks the arguments of callers. Each exception names the argument. If the argument is null, it
 * is a {@link NullPointerException}, whose message is the name alone.
 */
public final class Arguments {
  private static final int LONGEST_SHOWN = 100;

  private Arguments() {}

  /**
   * Returns the text. It must not be blank and must not contain control characters, since it
   * becomes a part of a URL.
   *
   * @throws IllegalArgumentException that names the argument
   */
  public static String checked(String argument, String text) {
    return sendable(argument, notBlank(argument, text));
  }

  /**
   * Returns the text of a value, which becomes a part of a URL.
   *
   * @throws IllegalArgumentException that names the argument, if the value is an {@link Optional},
   *     a collection or an array
   */
  static String ofOne(String argument, Object value) {
    Objects.requireNonNull(value, argument);
    boolean holder = value instanceof Optional
        || value instanceof OptionalInt
        || value instanceof OptionalLong
        || value instanceof OptionalDouble;
    if (holder || value instanceof Collection || value.getClass().isArray()) {
      throw new IllegalArgumentException(argument + " must be a single value, but was of type "
          + value.getClass().getTypeName() + "; give the value that it holds");
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
    checked(argument, text);
    if (text.equals(".") || text.equals("..")) {
      throw new IllegalArgumentException(
          argument + " must not be '.' or '..', but was '" + text + "'");
    }
    return text;
  }

  /**
   * Returns the name of an object of a kind whose objects have no ids.
   *
   * @param kind the plural of what the objects are, for the message
   * @throws IllegalArgumentException that names the argument, if it is an id
   */
  public static String nameOf(String argument, String kind, NameOrId object) {
    if (!Objects.requireNonNull(object, argument).mayBeName()) {
      throw new IllegalArgumentException(argument + " must be a name, since " + kind
          + " have no ids, but was " + quoted(object.toString()));
    }
    return name(argument, object.text());
  }

  /**
   * The id, if it could be a name in a path.
   *
   * @throws IllegalArgumentException that names the argument
   */
  public static <T extends WireValue> T id(String argument, T id) {
    Objects.requireNonNull(id, argument);
    name(argument, id.wire());
    return id;
  }

  /**
   * The path, if it consists of names that are separated by single slashes.
   *
   * @throws IllegalArgumentException that names the argument
   */
  public static String path(String argument, String path) {
    sendable(argument, notBlank(argument, path));
    for (String name : path.split("/", -1)) {
      if (name.isBlank() || name.equals(".") || name.equals("..")) {
        throw new IllegalArgumentException(argument
            + " must consist of names other than '.' and '..', separated by single slashes, but was "
            + quoted(path));
      }
    }
    return path;
  }

  /**
   * Returns the text. It must contain neither a control character nor an unpaired surrogate.
   *
   * @throws IllegalArgumentException that names the argument
   */
  static String sendable(String argument, String text) {
    Objects.requireNonNull(text, argument);
    boolean surrogates = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)) {
        throw controlCharacter(argument, text, i);
      }
      surrogates |= Character.isSurrogate(c);
    }
    if (surrogates && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(
          argument + " must not contain an unpaired surrogate, but was " + quoted(text));
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
    notBlank(argument, text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r') {
        throw controlCharacter(argument, text, i);
      }
    }
    return text;
  }

  /** Returns a copy of the texts, which are checked by {@link #text}. */
  public static List<String> texts(String argument, Collection<String> texts) {
    return each(argument, texts, Arguments::text);
  }

  /** Returns a copy of the texts, which are checked by {@link #checked}. */
  public static List<String> checkedAll(String argument, Collection<String> texts) {
    return each(argument, texts, Arguments::checked);
  }

  private static List<String> each(
      String argument, Collection<String> texts, BiConsumer<String, String> check) {
    List<String> copy = elements(argument, texts);
    for (int i = 0; i < copy.size(); i++) {
      check.accept(argument + "[" + i + "]", copy.get(i));
    }
    return copy;
  }

  /** Returns the value, whose text is checked by {@link #text}. */
  public static <T extends WireValue> T word(String argument, T value) {
    Objects.requireNonNull(value, argument);
    text(argument, value.wire());
    return value;
  }

  /**
   * Returns the id, which must consist of digits.
   *
   * @throws IllegalArgumentException that names the argument
   */
  public static <T extends WireValue> T digits(String argument, T id) {
    Objects.requireNonNull(id, argument);
    if (!id.wire().matches("\\d+")) {
      throw new IllegalArgumentException(
          argument + " must consist of digits, but was " + quoted(id.wire()));
    }
    return id;
  }

  /** Returns a list of the elements, none of which may be null. */
  public static <T> List<T> elements(String argument, T[] elements) {
    return elements(argument, Arrays.asList(Objects.requireNonNull(elements, argument)));
  }

  /** Returns a copy of the elements, none of which may be null. */
  public static <T> List<T> elements(String argument, Collection<? extends T> elements) {
    for (T element : Objects.requireNonNull(elements, argument)) {
      Objects.requireNonNull(element, () -> argument + " must not contain null");
    }
    return List.copyOf(elements);
  }

  /**
   * Returns a copy of the elements, of which there must be at least one.
   *
   * @throws IllegalArgumentException that names the argument
   */
  public static <T> List<T> some(String argument, Collection<? extends T> elements) {
    List<T> copy = elements(argument, elements);
    if (copy.isEmpty()) {
      throw new IllegalArgumentException(argument + " must not be empty; give at least one");
    }
    return copy;
  }

  private static String notBlank(String argument, String text) {
    if (Objects.requireNonNull(text, argument).isBlank()) {
      throw new IllegalArgumentException(argument + " must not be blank, but was " + quoted(text));
    }
    return text;
  }

  private static IllegalArgumentException controlCharacter(
      String argument, String text, int index) {
    return new IllegalArgumentException(argument + " must not contain control characters, but has "
        + VisibleText.oneLine(text.substring(index, index + 1)) + " at index " + index);
  }

  /** The text in quotes, on one line and cut if it is long. */
  private static String quoted(String text) {
    int length = Math.min(text.length(), LONGEST_SHOWN);
    return "'" + VisibleText.oneLine(text.substring(0, length))
        + (length < text.length() ? "…'" : "'");
  }
}
