package io.github.xrayclient.diagnostics.internal.migration.export;

import io.github.xrayclient.diagnostics.internal.migration.content.AsciiText;
import io.github.xrayclient.diagnostics.internal.migration.content.CanonicalJson;
import io.github.xrayclient.internal.file.DeviceName;
import java.util.regex.Pattern;

/**
 * Makes the name of a file from the name of what it contains, and from nothing else, so that two
 * people who export at the same time get the same name for the same object. A name of lower-case
 * ASCII letters, digits and usual punctuation is kept. Every other name is transcribed into ASCII
 * as far as that is possible, and a hash of the exact name is appended. So names of files are valid
 * and distinct on every system, whatever its locale, and whether or not it distinguishes case or
 * normal forms of Unicode.
 */
final class FileName {
  private static final int SHORT_HASH = 10;
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9 ._()+,-]+");
  private static final Pattern EDGES = Pattern.compile("^[ ._-]+|[ ._-]+$");
  private static final Pattern KEPT =
      Pattern.compile("[a-z0-9_(+,]([a-z0-9 ._()+,-]*[a-z0-9_()+,-])?");

  private final String exact;
  private final int longest;

  /**
   * @param exact the name of what the file contains
   * @param longest the highest number of characters of that name in the name of the file
   */
  FileName(String exact, int longest) {
    this.exact = exact;
    this.longest = longest;
  }

  /** The usual name of the file, without an ending. A hash in it has 10 digits. */
  String usual() {
    boolean isKept =
        exact.length() <= longest && KEPT.matcher(exact).matches() && !DeviceName.matches(exact);
    return isKept ? exact : hashed(SHORT_HASH);
  }

  /** The name for a file whose usual name is that of another one, because their hashes agree. */
  String withWholeHash() {
    return hashed(Integer.MAX_VALUE);
  }

  /** Only such names contain a tilde, since {@link #KEPT} and {@link #UNSAFE} refuse it. */
  private String hashed(int digits) {
    String hash = CanonicalJson.hash(exact);
    return readable() + "~" + hash.substring(0, Math.min(digits, hash.length()));
  }

  private String readable() {
    String safe = trimmed(UNSAFE.matcher(AsciiText.of(exact)).replaceAll("_"));
    safe = trimmed(safe.substring(0, Math.min(longest, safe.length())));
    if (safe.isEmpty()) {
      return "object";
    }
    return DeviceName.matches(safe) ? "_" + safe : safe;
  }

  private static String trimmed(String text) {
    return EDGES.matcher(text).replaceAll("");
  }
}
