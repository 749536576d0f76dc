package io.github.xrayclient.internal.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists the spellings in which servers may send back the secrets of request headers. Escapes are
 * decoded in the searched text, so they are not spellings here, unless the secret itself looks like
 * an escape.
 */
final class SecretSpellings {
  private SecretSpellings() {}

  /** Returns the spellings for each number of decoded layers of escapes. */
  static List<Set<SecretSpelling>> of(Map<String, String> headers, int layers) {
    List<Set<SecretSpelling>> spellings = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      spellings.add(new LinkedHashSet<>());
    }
    headers.forEach((name, value) -> {
      int scheme = value.indexOf(' ');
      String secret = value.substring(scheme + 1).strip();
      if (scheme == 5 && value.regionMatches(true, 0, "Basic", 0, 5)) {
        addBasic(secret, spellings);
      } else if (name.equalsIgnoreCase("Cookie")) {
        addCookies(value, spellings);
      } else {
        addSecret(secret, false, spellings);
      }
    });
    return spellings;
  }

  private static void addCookies(String cookies, List<Set<SecretSpelling>> spellings) {
    for (String cookie : cookies.split(";", -1)) {
      addSecret(cookie.substring(cookie.indexOf('=') + 1).strip(), false, spellings);
    }
  }

  private static void addBasic(String pair, List<Set<SecretSpelling>> spellings) {
    addBase64(pair, spellings);
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(pair);
    } catch (IllegalArgumentException notBase64) {
      addSecret(pair, false, spellings); // the caller set this header, so it may not be Base64
      return;
    }
    String plain = new String(bytes, StandardCharsets.UTF_8);
    int colon = plain.indexOf(':');
    String password = plain.substring(colon + 1);
    boolean ofUserName = colon > 0 && plain.substring(0, colon).contains(password);
    addSecret(password, ofUserName, spellings);
  }

  /**
   * @param behindWords whether the secret is shown elsewhere because it is a part of the user name
   */
  private static void addSecret(
      String secret, boolean behindWords, List<Set<SecretSpelling>> spellings) {
    for (String spelling : variants(secret)) {
      add(spelling, behindWords, false, spellings);
    }
    if (secret.length() >= SecretSpelling.SHORT && !behindWords) {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      for (int before = 0; before < 3; before++) {
        addBase64(inTheMiddle(bytes, before), spellings);
      }
    }
  }

  /** Returns the secret literally, as in a web form, and with UTF-8 and Latin-1 confused. */
  private static Set<String> variants(String secret) {
    Set<String> variants = new LinkedHashSet<>();
    variants.add(secret);
    variants.add(secret.replace(' ', '+'));
    variants.add(new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    byte[] latin = secret.getBytes(StandardCharsets.ISO_8859_1);
    variants.add(new String(latin, StandardCharsets.ISO_8859_1));
    variants.add(new String(latin, StandardCharsets.UTF_8));
    return variants;
  }

  /**
   * Returns the part that the Base64 of every text contains in which this number of bytes, modulo
   * 3, precedes the secret.
   */
  private static String inTheMiddle(byte[] secret, int before) {
    byte[] bytes = new byte[before + secret.length];
    System.arraycopy(secret, 0, bytes, before, secret.length);
    byte[] code = Base64.getEncoder().withoutPadding().encode(bytes);
    int first = before == 0 ? 0 : before + 1;
    int last = code.length - (bytes.length % 3 == 0 ? 0 : 1);
    return new String(Arrays.copyOfRange(code, first, last), StandardCharsets.US_ASCII);
  }

  private static void addBase64(String code, List<Set<SecretSpelling>> spellings) {
    String unpadded = code.replace("=", "");
    add(unpadded, false, true, spellings);
    add(unpadded.replace('+', '-').replace('/', '_'), false, true, spellings);
  }

  /**
   * Adds a spelling. If a part of it looks like an escape, decoding the text changes that part too,
   * so the changed spelling is added as well.
   */
  private static void add(
      String spelling, boolean behindWords, boolean base64, List<Set<SecretSpelling>> spellings) {
    boolean guarded = behindWords || spelling.length() < SecretSpelling.SHORT;
    String layer = spelling;
    for (int i = 0; i < spellings.size(); i++) {
      for (int later = i; later < spellings.size(); later++) {
        spellings.get(later).add(new SecretSpelling(layer, guarded, base64));
      }
      String next = EscapeReader.decode(DecodedText.of(layer)).toString();
      if (next.equals(DecodedText.of(layer).toString())) {
        return;
      }
      layer = next;
    }
  }
}
