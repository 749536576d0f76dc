package io.github.xrayclient.internal.call;

import io.github.xrayclient.internal.secret.VisibleText;
import java.nio.charset.StandardCharsets;

/**
 * Fills placeholders in paths, and builds queries. Each argument is encoded: as one path segment,
 * as several path segments for a placeholder <code>{+name}</code>, or as the name or value of a
 * query parameter.
 */
public final class UriTemplate {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private UriTemplate() {}

  /** Replaces each <code>{…}</code> of the path with the next argument. */
  public static String path(String template, Object... arguments) {
    if (!template.startsWith("/")) {
      throw new IllegalArgumentException(
          "path must begin with a slash, but was '" + template + "'");
    }
    StringBuilder path = new StringBuilder(template.length() + 32);
    int next = 0;
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      int close = template.indexOf('}', open);
      if (close < 0 || next == arguments.length) {
        throw new IllegalArgumentException("the path " + template + " does not have "
            + arguments.length + " placeholders, one for each argument");
      }
      path.append(template, from, open);
      expand(path, template.substring(open + 1, close), arguments[next++]);
      from = close + 1;
    }
    if (next != arguments.length) {
      throw new IllegalArgumentException("the path " + template + " does not have "
          + arguments.length + " placeholders, one for each argument");
    }
    return path.append(template, from, template.length()).toString();
  }

  private static void expand(StringBuilder path, String placeholder, Object argument) {
    boolean several = placeholder.startsWith("+");
    String name = several ? placeholder.substring(1) : placeholder;
    String value = Arguments.ofOne(name, argument);
    if (!several) {
      encode(path, segment(name, value));
      return;
    }
    String separator = "";
    for (String segment : value.split("/", -1)) {
      path.append(separator);
      encode(path, segment(name, segment, value));
      separator = "/";
    }
  }

  /** Returns the template without its query. */
  static String withoutQuery(String template) {
    int mark = template.indexOf('?');
    return mark < 0 ? template : template.substring(0, mark);
  }

  /** Appends a parameter to a query. */
  public static String query(String query, String name, Object value) {
    StringBuilder longer = new StringBuilder(query);
    if (longer.length() > 0) {
      longer.append('&');
    }
    encode(longer, Arguments.sendable("query parameter", name));
    longer.append('=');
    encode(longer, Arguments.sendable(name, Arguments.ofOne(name, value)));
    return longer.toString();
  }

  private static String segment(String name, String segment, String whole) {
    if (segment.isBlank() || segment.equals(".") || segment.equals("..")) {
      throw new IllegalArgumentException(name
          + " must be path segments that are separated by single slashes, none of them '.' or '..', but was '"
          + VisibleText.oneLine(whole)
          + "'");
    }
    return Arguments.sendable(name, segment);
  }

  private static String segment(String name, String value) {
    if (value.isBlank() || value.equals(".") || value.equals("..")) {
      throw new IllegalArgumentException(
          name + " must not be blank, '.' or '..', since it is a part of a URL, but was '"
              + VisibleText.oneLine(value) + "'");
    }
    return Arguments.sendable(name, value);
  }

  private static void encode(StringBuilder to, String text) {
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if ((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || c == '-'
          || c == '.'
          || c == '_'
          || c == '~') {
        to.append(c);
      } else {
        to.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
      }
    }
  }
}
