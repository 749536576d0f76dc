package io.github.xrayclient.internal.call;

import java.nio.charset.StandardCharsets;

/** Checks of texts that callers give, each naming the argument. */
public final class Arguments {
  private Arguments() {}

  /**
   * The text, if it is not blank and could stand in an address.
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
        throw new IllegalArgumentException(
            argument + " has a control character at index " + i + "; remove it");
      }
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(argument + " holds half of a surrogate pair; remove it");
    }
    return text;
  }
}
