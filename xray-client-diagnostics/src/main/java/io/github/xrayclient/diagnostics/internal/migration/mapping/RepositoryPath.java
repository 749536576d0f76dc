package io.github.xrayclient.diagnostics.internal.migration.mapping;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths, patterns of paths and regular expressions of paths that may begin with a repository. It is
 * not documented whether the paths of ignore rules begin with one, nor in which form.
 */
final class RepositoryPath {
  /** The first element of a path, after a slash and the Artifactory instance if they are there. */
  private static final Pattern PATH =
      Pattern.compile("(/?(?:default/)?)([^/*?]+)(/.*)?", Pattern.DOTALL);

  /** The same for a regular expression in which the first element has no special characters. */
  private static final Pattern REGEX =
      Pattern.compile("(\\^?/?)((?:[A-Za-z0-9_-]|\\\\\\.)+)(/.*)", Pattern.DOTALL);

  private RepositoryPath() {}

  /** The path with another repository. */
  static String path(String path, UnaryOperator<String> rename) {
    Matcher matcher = PATH.matcher(path);
    return matcher.matches()
        ? matcher.group(1)
            + rename.apply(matcher.group(2))
            + (matcher.group(3) == null ? "" : matcher.group(3))
        : path;
  }

  /** The regular expression with another repository. */
  static String regex(String regex, UnaryOperator<String> rename) {
    Matcher matcher = REGEX.matcher(regex);
    if (!matcher.matches()) {
      return regex;
    }
    String repository = matcher.group(2).replace("\\.", ".");
    String renamed = rename.apply(repository);
    return renamed.equals(repository)
        ? regex
        : matcher.group(1) + renamed.replace(".", "\\.") + matcher.group(3);
  }
}
