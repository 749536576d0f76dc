package io.github.xrayclient.diagnostics.internal.evidence.repository;

import io.github.xrayclient.diagnostics.explanation.MissingRepository;
import io.github.xrayclient.diagnostics.internal.coverage.CacheKeys;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.repository.IndexedRepositories;
import io.github.xrayclient.repository.IndexedRepository;
import io.github.xrayclient.repository.Repository;
import io.github.xrayclient.repository.RepositoryClass;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the lists of Artifactory and Xray tell about repositories: their class and package type, but
 * not their project or their members. Each list is read at most once in a call.
 */
final class ListedRepositories {
  private static final String DEFAULT = "default";

  private final OptionalReads reads;
  private final Map<String, Map<String, Repository>> ofXray = new HashMap<>();

  ListedRepositories(OptionalReads reads) {
    this.reads = reads;
  }

  /**
   * A repository, or the remote repository whose cache has this key. Xray's list is used only for a
   * repository that Artifactory's list does not contain.
   *
   * @param instance the id of the Artifactory instance; empty for the default one
   */
  Optional<Repository> find(String key, Optional<String> instance) {
    return find(key, ofArtifactory()).or(() -> find(key, ofXray(instance)));
  }

  /** A repository in Artifactory's list alone. */
  Optional<Repository> find(String key) {
    return find(key, ofArtifactory());
  }

  /** Whether Artifactory's list was read, and contains repositories. */
  boolean areKnown() {
    return !ofArtifactory().isEmpty();
  }

  /** A repository that no list contains; empty if Artifactory's list could not be read. */
  Optional<MissingRepository> missing(String key, Optional<String> instance) {
    if (!areKnown() || find(key, instance).isPresent()) {
      return Optional.empty();
    }
    Map<String, Repository> all = new LinkedHashMap<>(ofArtifactory());
    all.putAll(ofXray(instance));
    return Optional.of(MissingRepository.builder()
        .key(key)
        .similar(SimilarKeys.of(key, all.keySet()))
        .build());
  }

  private static Optional<Repository> find(String key, Map<String, Repository> all) {
    return Optional.ofNullable(all.get(key))
        .or(() -> CacheKeys.withoutCache(key)
            .map(all::get)
            .filter(plain ->
                plain.repositoryClass().filter(RepositoryClass.REMOTE::equals).isPresent()));
  }

  private Map<String, Repository> ofArtifactory() {
    return reads.repositoryList().value().orElse(Map.of());
  }

  private Map<String, Repository> ofXray(Optional<String> instance) {
    return ofXray.computeIfAbsent(instance.orElse(DEFAULT), id -> {
      Map<String, Repository> all = new LinkedHashMap<>();
      Optional<IndexedRepositories> lists = reads.indexed(id).value();
      lists.ifPresent(found -> add(found.indexed(), true, all));
      lists.ifPresent(found -> add(found.notIndexed(), false, all));
      return all;
    });
  }

  private static void add(
      List<IndexedRepository> listed, boolean indexed, Map<String, Repository> all) {
    for (IndexedRepository repository : listed) {
      all.putIfAbsent(
          repository.name(),
          Repository.builder()
              .key(repository.name())
              .repositoryClass(repository.type())
              .packageType(repository.packageType())
              .xrayIndex(indexed)
              .build());
    }
  }
}
