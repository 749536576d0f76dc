package io.github.xrayclient.internal.call;

import io.github.xrayclient.internal.secret.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

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
    Arguments.elements("arguments", arguments);
    if (!Objects.requireNonNull(template, "path").startsWith("/")) {
      throw new IllegalArgumentException(
          "path must begin with a slash, but was '" + VisibleText.oneLine(template) + "'");
    }
    StringBuilder path = new StringBuilder(template.length() + 32);
    int next = 0;
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      int close = template.indexOf('}', open);
      if (close < 0 || next == arguments.length) {
        throw wrongCount(template, arguments);
      }
      path.append(template, from, open);
      expand(path, template.substring(open + 1, close), arguments[next++]);
      from = close + 1;
    }
    if (next != arguments.length) {
      throw wrongCount(template, arguments);
    }
    return path.append(template, from, template.length()).toString();
  }

  private static IllegalArgumentException wrongCount(String template, Object... arguments) {
    return new IllegalArgumentException("path and arguments must fit together: '"
        + VisibleText.oneLine(template) + "' needs one argument for each {…}, but was given "
        + arguments.length);
  }

  private static void expand(StringBuilder path, String placeholder, Object argument) {
    boolean several = placeholder.startsWith("+");
    String name = (several ? placeholder.substring(1) : placeholder) + " in arguments";
    String value = Arguments.ofOne(name, argument);
    if (!several) {
      encode(path, Arguments.name(name, value));
      return;
    }
    String separator = "";
    for (String segment : Arguments.path(name, value).split("/", -1)) {
      path.append(separator);
      encode(path, segment);
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
    encode(longer, Arguments.sendable("name", name));
    longer.append('=');
    String argument = "value of query parameter " + VisibleText.oneLine(name);
    encode(longer, Arguments.sendable(argument, Arguments.ofOne(argument, value)));
    return longer.toString();
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
