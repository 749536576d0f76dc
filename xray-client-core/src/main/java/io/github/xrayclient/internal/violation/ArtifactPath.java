package io.github.xrayclient.internal.violation;

import io.github.xrayclient.violation.Violation;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The path of an artifact with its repository, in the form in which asked and returned paths can be
 * compared: servers name an image by its folder instead of its manifest, and it is not documented
 * whether they name a remote repository or its cache.
 */
final class ArtifactPath {
  private static final Pattern SLASHES = Pattern.compile("^/+|/+$");
  private static final Pattern MANIFEST = Pattern.compile("(^|/)(list\\.)?manifest\\.json$");
  private static final String CACHE = "-cache";

  private ArtifactPath() {}

  /** Returns the form of a path in a repository. */
  static String of(String repository, String path) {
    String inside = SLASHES.matcher(path).replaceAll("");
    return withoutCache(repository) + "/" + MANIFEST.matcher(inside).replaceFirst("");
  }

  private static String withoutCache(String repository) {
    return repository.endsWith(CACHE)
        ? repository.substring(0, repository.length() - CACHE.length())
        : repository;
  }

  /** Whether one of the artifacts of a violation is in this repository, in one of its two forms. */
  static boolean isIn(String repository, Violation violation) {
    String folder = withoutCache(repository) + "/";
    return of(violation).stream().anyMatch(artifact -> artifact.startsWith(folder));
  }

  /**
   * Returns the forms of the artifacts of a violation. They do not tell whether they begin with the
   * id of an Artifactory, as in {@code default/repository/path}, so each gives two forms.
   */
  static List<String> of(Violation violation) {
    return violation.impactedArtifacts().stream()
        .map(text -> SLASHES.matcher(text).replaceAll(""))
        .flatMap(text -> Stream.of(text, text.substring(text.indexOf('/') + 1)))
        .filter(text -> text.contains("/"))
        .map(
            text -> of(text.substring(0, text.indexOf('/')), text.substring(text.indexOf('/') + 1)))
        .collect(Collectors.toList());
  }
}
