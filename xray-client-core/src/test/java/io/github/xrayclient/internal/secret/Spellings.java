package io.github.xrayclient.internal.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How servers, proxies and gateways spell a secret that they repeat. */
public final class Spellings {
  private static final Map<String, UnaryOperator<String>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("plain", secret -> secret);
    ALL.put("JSON string", Spellings::json);
    ALL.put("JSON string in a JSON string", secret -> json(json(secret)));
    ALL.put("JSON codes", secret -> each(secret, c -> String.format("\\u%04x", c)));
    ALL.put("JSON codes in capitals", secret -> each(secret, c -> String.format("\\u%04X", c)));
    ALL.put("HTML names", Spellings::html);
    ALL.put("HTML numbers", secret -> each(secret, c -> "&#" + c + ";"));
    ALL.put("HTML hexadecimal numbers", secret -> each(secret, c -> String.format("&#x%x;", c)));
    ALL.put("HTML in HTML", secret -> html(html(secret)));
    ALL.put("HTML in JSON", secret -> json(html(secret)));
    ALL.put("URL", secret -> url(secret, "%%%02X"));
    ALL.put("URL in small letters", secret -> url(secret, "%%%02x"));
    ALL.put("URL in a URL", secret -> url(url(secret, "%%%02X"), "%%%02X"));
    ALL.put(
        "URL in JSON codes",
        secret -> each(url(secret, "%%%02X"), c -> String.format("\\u%04x", c)));
    ALL.put("URL of every character", secret -> each(secret, c -> String.format("%%%02X", c)));
    ALL.put("Base64", secret -> base64(secret, Base64.getEncoder()));
    ALL.put(
        "Base64 without padding", secret -> base64(secret, Base64.getEncoder().withoutPadding()));
    ALL.put("Base64 for URLs", secret -> base64(secret, Base64.getUrlEncoder()));
    ALL.put(
        "Base64 on lines", secret -> base64(secret, Base64.getMimeEncoder(8, new byte[] {13, 10})));
    ALL.put("Base64 in a URL", secret -> url(base64(secret, Base64.getEncoder()), "%%%02X"));
    ALL.put("a line end inside", secret -> broken(secret, "\n"));
    ALL.put("folded", secret -> broken(secret, "\r\n "));
    ALL.put("folded in a shell", secret -> broken(secret, "\\\n"));
    ALL.put("a line end in JSON", secret -> broken(json(secret), "\\n"));
    ALL.put("blanks inside", secret -> broken(secret, " \t "));
    ALL.put("a soft hyphen inside", secret -> broken(secret, "&shy;"));
    ALL.put("a zero-width space inside", secret -> broken(secret, "\u200b"));
    ALL.put("a tag inside", secret -> broken(secret, "<wbr>"));
  }

  private Spellings() {}

  /** The names of all of them. */
  public static Stream<String> names() {
    return ALL.keySet().stream();
  }

  /** The secret in this spelling. */
  public static String of(String name, String secret) {
    return ALL.get(name).apply(secret);
  }

  private static String each(String text, IntFunction<String> escape) {
    return text.chars().mapToObj(escape).collect(Collectors.joining());
  }

  private static String json(String text) {
    return each(text, c -> "\"\\/".indexOf(c) >= 0 ? "\\" + (char) c : String.valueOf((char) c));
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("/", "&#x2F;");
  }

  private static String url(String text, String format) {
    return each(
        text,
        c -> c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)
            ? String.valueOf((char) c)
            : String.format(format, c));
  }

  private static String base64(String text, Base64.Encoder encoder) {
    return encoder.encodeToString(text.getBytes(UTF_8));
  }

  private static String broken(String text, String breakage) {
    int middle = text.length() / 2;
    return text.substring(0, middle) + breakage + text.substring(middle);
  }
}
