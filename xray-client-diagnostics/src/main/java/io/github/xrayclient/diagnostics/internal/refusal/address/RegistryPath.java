package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads the addresses of registries for images, charts and other content: {@code
 * v2/NAME/manifests/REFERENCE}, {@code v2/NAME/blobs/DIGEST} and {@code v2/NAME/tags/list}. The
 * path of a location has this form, too, without the repository.
 */
final class RegistryPath {
  private static final String TYPE = "docker";
  private static final Set<String> REQUESTS = Set.of("manifests", "blobs", "tags", "referrers");

  private RegistryPath() {}

  /** Whether elements that begin with {@code v2} name an image, or what belongs to one. */
  static boolean names(List<String> elements) {
    return nameLength(elements) > 0;
  }

  /** The number of the elements of the name; 0 if there is none. */
  private static int nameLength(List<String> elements) {
    int size = elements.size();
    boolean hasReference = size > 3 && REQUESTS.contains(elements.get(size - 2));
    boolean hasNone = size > 2 && elements.get(size - 1).equals("manifests");
    return hasReference ? size - 3 : hasNone ? size - 2 : 0;
  }

  /** Reads elements that begin with {@code v2}, of a server that is certainly Artifactory. */
  static Location ofCertainServer(List<String> elements) {
    return location(
        elements, key -> !key.equals("library") && RepositoryKey.isPossible(key), List.of());
  }

  /** Reads elements that begin with {@code v2}. The repository is empty if it is not certain. */
  static Location of(RegistryHost host, List<String> elements) {
    return location(elements, host::isRepository, List.of());
  }

  /** Reads elements that begin with {@code v2}, with a test for the keys of existing repositories. */
  static Location of(
      RegistryHost host, List<String> elements, Predicate<String> isExistingRepository) {
    return location(elements, isExistingRepository, host.possibleKeys());
  }

  private static Location location(
      List<String> elements, Predicate<String> isRepository, List<String> keysOfHost) {
    if (!names(elements)) {
      return Location.UNKNOWN;
    }
    boolean hasRepository = nameLength(elements) > 1 && isRepository.test(elements.get(1));
    if (!hasRepository) {
      Optional<String> ofHost = keysOfHost.stream().filter(isRepository).findFirst();
      return new Location(Optional.of(TYPE), ofHost, UrlParts.decoded(elements));
    }
    List<String> rest = new ArrayList<>(elements);
    String key = rest.remove(1);
    return new Location(Optional.of(TYPE), Optional.of(key), UrlParts.decoded(rest));
  }
}
