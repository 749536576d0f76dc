package io.github.xrayclient.diagnostics.internal.coverage;

import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.repository.RepositoryClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys of remote repositories and their caches, which differ by the suffix {@code -cache}. */
public final class CacheKeys {
  private static final String CACHE = "-cache";

  private CacheKeys() {}

  /** The key without the suffix {@code -cache}; empty if the key does not have this suffix. */
  public static Optional<String> withoutCache(String key) {
    return key.endsWith(CACHE) && key.length() > CACHE.length()
        ? Optional.of(key.substring(0, key.length() - CACHE.length()))
        : Optional.empty();
  }

  /** The key of the cache that a remote repository of this key has. */
  static String cacheOf(String key) {
    return key + CACHE;
  }

  /**
   * The names of resources that may be about a repository: its key, that of its cache, and, if it
   * is a cache itself, that of its remote repository.
   */
  static List<String> watchedNames(String repository) {
    List<String> names = new ArrayList<>(List.of(repository, cacheOf(repository)));
    withoutCache(repository).ifPresent(names::add);
    return names;
  }

  /** The keys under which Xray may store artifacts of the repository, the most likely first. */
  public static List<String> of(RequestedArtifact artifact) {
    String key = artifact.repository();
    boolean remote =
        artifact.repositoryClass().filter(RepositoryClass.REMOTE::equals).isPresent();
    if (remote && !key.endsWith(CACHE)) {
      return List.of(cacheOf(key), key);
    }
    boolean other = artifact.repositoryClass().isPresent() && !remote;
    return other
        ? List.of(key)
        : withoutCache(key).map(plain -> List.of(key, plain)).orElse(List.of(key, cacheOf(key)));
  }
}
