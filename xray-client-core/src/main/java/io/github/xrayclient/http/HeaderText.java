package io.github.xrayclient.http;

import io.github.xrayclient.internal.secret.VisibleText;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** What a header may hold, checked before the JDK does: its message would show the value. */
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
          "a header's name must be letters, digits and hyphens, but was '"
              + VisibleText.oneLine(name)
              + "'");
    }
    if (RESTRICTED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "header " + name + " is set by the HTTP client and cannot be given");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\t' && (c < ' ' || c == 0x7f || c > 0xff)) {
        throw new IllegalArgumentException("the value of header "
            + name
            + " has a control or non-Latin character at index "
            + i
            + "; remove it (the value is not shown, since it may be secret)");
      }
    }
  }
}
