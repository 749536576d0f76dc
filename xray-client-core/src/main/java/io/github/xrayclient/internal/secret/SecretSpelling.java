package io.github.xrayclient.internal.secret;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A spelling of a secret. It is found in linear time by the algorithm of Knuth, Morris and Pratt.
 * Its beginning is found too, if it is long, since texts are cut. Immutable.
 */
final class SecretSpelling {
  /** The length below which a spelling could occur in any text by chance. */
  static final int SHORT = 8;

  /**
   * The length from which the beginning of a spelling is hidden anywhere, since it cannot occur by
   * chance.
   */
  private static final int LONG = 16;

  private final char[] chars;
  private final int[] fallback;
  private final boolean behindWords;
  private final boolean base64;
  private final int[] gaps;

  /**
   * @param spelling may contain white space; texts may have more or less of it
   * @param behindWords whether the spelling is hidden only after a word such as "password"
   * @param base64 whether adjacent characters may contain a part of the secret
   */
  SecretSpelling(String spelling, boolean behindWords, boolean base64) {
    DecodedText plain = DecodedText.of(spelling);
    this.chars = plain.toString().toCharArray();
    this.fallback = fallback(chars);
    this.behindWords = behindWords;
    this.base64 = base64;
    // A spelling that is short without white space could occur in any text by chance.
    this.gaps = chars.length < SHORT
        ? IntStream.range(1, chars.length).filter(plain::isGapBefore).toArray()
        : new int[0];
  }

  int length() {
    return chars.length;
  }

  /** Marks every occurrence in a text. */
  void find(DecodedText text, HiddenSpans hidden) {
    if (chars.length == 0) {
      return;
    }
    int matched = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (matched > 0 && matched < chars.length && chars[matched] != c) {
        beginning(text, i, matched, hidden);
      }
      while (matched > 0 && (matched == chars.length || chars[matched] != c)) {
        matched = fallback[matched - 1];
      }
      if (chars[matched] == c) {
        matched++;
      }
      if (matched == chars.length) {
        whole(text, i + 1, hidden);
      }
    }
    if (matched < chars.length) {
      beginning(text, text.length(), matched, hidden);
    }
  }

  private void whole(DecodedText text, int end, HiddenSpans hidden) {
    int start = end - chars.length;
    for (int gap : gaps) {
      if (!text.isGapBefore(start + gap)) {
        return;
      }
    }
    if (behindWords && !TriggerWords.standAround(text, start, end)) {
      return;
    }
    if (base64) {
      hidden.add(text.from(before(text, start)), text.to(after(text, end) - 1));
    } else {
      hidden.add(text.from(start), text.to(end - 1));
    }
  }

  /**
   * Returns the start of the Base64 text around an occurrence, since adjacent characters share bits
   * with the secret.
   */
  private static int before(DecodedText text, int start) {
    return start > 0 && !text.isGapBefore(start) && isBase64(text.charAt(start - 1))
        ? start - 1
        : start;
  }

  private static int after(DecodedText text, int end) {
    int after = end;
    if (after < text.length() && !text.isGapBefore(after) && isBase64(text.charAt(after))) {
      after++;
    }
    while (after < text.length() && after < end + 3 && text.charAt(after) == '=') {
      after++;
    }
    return after;
  }

  private static boolean isBase64(char c) {
    return (c < 128 && Character.isLetterOrDigit(c)) || "+/-_".indexOf(c) >= 0;
  }

  /** Hides a beginning of the secret if it is long enough, or if the text was cut off there. */
  private void beginning(DecodedText text, int end, int matched, HiddenSpans hidden) {
    if (!behindWords && (matched >= LONG || (matched >= SHORT && isCut(text, end)))) {
      hidden.add(text.from(end - matched), text.to(end - 1));
    }
  }

  private static boolean isCut(DecodedText text, int at) {
    return at == text.length()
        || text.charAt(at) == '…'
        || (at + 2 < text.length()
            && text.charAt(at) == '.'
            && text.charAt(at + 1) == '.'
            && text.charAt(at + 2) == '.');
  }

  /**
   * Returns for each length how much of the beginning is also the end of the matched characters.
   */
  private static int[] fallback(char[] chars) {
    int[] fallback = new int[chars.length];
    int matched = 0;
    for (int i = 1; i < chars.length; i++) {
      while (matched > 0 && chars[matched] != chars[i]) {
        matched = fallback[matched - 1];
      }
      if (chars[matched] == chars[i]) {
        matched++;
      }
      fallback[i] = matched;
    }
    return fallback;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SecretSpelling
        && Arrays.equals(((SecretSpelling) other).chars, chars)
        && Arrays.equals(((SecretSpelling) other).gaps, gaps)
        && ((SecretSpelling) other).behindWords == behindWords
        && ((SecretSpelling) other).base64 == base64;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(chars);
  }

  /** Does not show the secret. */
  @Override
  public String toString() {
    return "a spelling of " + chars.length + " characters";
  }
}
