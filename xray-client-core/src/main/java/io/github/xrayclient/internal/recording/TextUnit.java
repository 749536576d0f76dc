package io.github.xrayclient.internal.recording;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One character of a text, which may be escaped as in a URL or in JSON. Immutable.
 *
 * <p>A backslash with any other letter, as in a regular expression, is one unit that belongs to no
 * word.
 */
final class TextUnit {
  private final int character;
  private final int length;

  private TextUnit(int character, int length) {
    this.character = character;
    this.length = length;
  }

  /** Reads the unit at an index. */
  static TextUnit at(String text, int index) {
    char first = text.charAt(index);
    if (first == '%' && escapedByte(text, index) >= 0) {
      return ofUrl(text, index);
    }
    if (first == '\\' && index + 1 < text.length()) {
      int code = text.charAt(index + 1) == 'u' ? hex(text, index + 2, 4) : -1;
      if (code >= 0) {
        return new TextUnit(code, 6);
      }
      if (Character.isLetter(text.charAt(index + 1))) {
        return new TextUnit('\\', 2);
      }
    }
    int character = text.codePointAt(index);
    return new TextUnit(character, Character.charCount(character));
  }

  /** Reads the bytes of one character in UTF-8; a byte that is none is a character of Latin-1. */
  private static TextUnit ofUrl(String text, int index) {
    int first = escapedByte(text, index);
    byte[] bytes = new byte[4];
    for (int number = 0; number < bytes.length; number++) {
      int next = escapedByte(text, index + 3 * number);
      if (next < 0) {
        break;
      }
      bytes[number] = (byte) next;
      try {
        byte[] read = Arrays.copyOf(bytes, number + 1);
        String decoded =
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read)).toString();
        return new TextUnit(decoded.codePointAt(0), 3 * (number + 1));
      } catch (CharacterCodingException incomplete) {
        // with the next byte it may be a character
      }
    }
    return new TextUnit(first, 3);
  }

  private static int escapedByte(String text, int index) {
    return index < text.length() && text.charAt(index) == '%' ? hex(text, index + 1, 2) : -1;
  }

  /** Reads a hexadecimal number; -1 if there is none. */
  private static int hex(String text, int start, int digits) {
    if (start + digits > text.length()) {
      return -1;
    }
    int number = 0;
    for (int i = start; i < start + digits; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      number = number << 4 | digit;
    }
    return number;
  }

  int character() {
    return character;
  }

  /** The number of characters that the unit takes in the text. */
  int length() {
    return length;
  }

  boolean isPartOfWord() {
    switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK:
      case Character.COMBINING_SPACING_MARK:
      case Character.ENCLOSING_MARK:
      case Character.SURROGATE:
        return true;
      default:
        return Character.isLetterOrDigit(character);
    }
  }
}
