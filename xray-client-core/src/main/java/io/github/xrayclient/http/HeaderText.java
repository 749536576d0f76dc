package io.github.xrayclient.http;

import io.github.xrayclient.internal.secret.VisibleText;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks names and values of headers before the JDK's client does, since the messages of the JDK
 * would show the value.
 */
final class HeaderText {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Set<String> RESTRICTED =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private HeaderText() {}

  static void check(String name, String value) {
    Objects.requireNonNull(name, "the name of a header is null");
    Objects.requireNonNull(value, () -> "the value of header " + name + " is null");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a header must consist of letters, digits and hyphens, but was '"
              + VisibleText.oneLine(name)
              + "'");
    }
    if (RESTRICTED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("the header " + name
          + " is set by the HTTP client, so it cannot be set here; leave it out");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\t' && (c < ' ' || c == 0x7f || c > 0xff)) {
        throw new IllegalArgumentException("the value of the header "
            + name
            + " has, at index "
            + i
            + ", a character that is not allowed in a header; remove that character (the value is"
            + " not shown, since it may be secret)");
      }
    }
  }
}
