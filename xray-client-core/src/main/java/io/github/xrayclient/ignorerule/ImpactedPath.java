package io.github.xrayclient.ignorerule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the location of an artifact with a violation, such as {@code default/repository/path}. An
 * image is named by its folder or by its manifest.
 */
final class ImpactedPath {
  private static final Set<String> MANIFESTS = Set.of("manifest.json", "list.manifest.json");

  /** The id of the Artifactory and the key of the repository. */
  private static final int PREFIX = 2;

  private ImpactedPath() {}

  /**
   * Returns the artifact as an ignore rule names it: a file by its name, and an image by its name
   * and tag; empty if the text names nothing.
   */
  static Optional<IgnoreTarget> target(String location) {
    List<String> names = Arrays.stream(location.split("/"))
        .filter(name -> !name.isBlank())
        .collect(Collectors.toList());
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String last = names.get(names.size() - 1);
    boolean manifest = MANIFESTS.contains(last);
    List<String> path = names.subList(
        Math.min(PREFIX, names.size() - 1), manifest ? names.size() - 1 : names.size());
    boolean image = (manifest || location.endsWith("/")) && path.size() > 1;
    return Optional.of(
        image
            ? IgnoreTarget.of(
                String.join("/", path.subList(0, path.size() - 1)), path.get(path.size() - 1))
            : IgnoreTarget.of(last));
  }
}
