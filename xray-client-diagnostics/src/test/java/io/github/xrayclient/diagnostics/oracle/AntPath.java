package io.github.xrayclient.diagnostics.oracle;

import java.util.Arrays;
import java.util.List;

/** Ant patterns, matched by plain recursion. */
final class AntPath {
  private AntPath() {}

  static boolean matches(String pattern, String path) {
    String whole = pattern.endsWith("/") ? pattern + "**" : pattern;
    return elements(Arrays.asList(whole.split("/")), Arrays.asList(path.split("/")));
  }

  private static boolean elements(List<String> pattern, List<String> path) {
    if (pattern.isEmpty()) {
      return path.isEmpty();
    }
    List<String> rest = pattern.subList(1, pattern.size());
    if (pattern.get(0).equals("**")) {
      return elements(rest, path)
          || (!path.isEmpty() && elements(pattern, path.subList(1, path.size())));
    }
    return !path.isEmpty()
        && characters(pattern.get(0), path.get(0))
        && elements(rest, path.subList(1, path.size()));
  }

  private static boolean characters(String pattern, String text) {
    if (pattern.isEmpty()) {
      return text.isEmpty();
    }
    String rest = pattern.substring(1);
    if (pattern.charAt(0) == '*') {
      return characters(rest, text) || (!text.isEmpty() && characters(pattern, text.substring(1)));
    }
    return !text.isEmpty()
        && (pattern.charAt(0) == '?' || pattern.charAt(0) == text.charAt(0))
        && characters(rest, text.substring(1));
  }
}
