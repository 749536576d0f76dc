package io.github.xrayclient.repository;

import io.github.xrayclient.error.XrayNotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads repositories, as far as a diagnosis needs them. {@code XrayClient.repositories()} returns it.
 * Immutable and thread-safe. Later versions may add methods, so mock this interface, but do not
 * implement it.
 */
public interface Repositories {
  /**
   * One repository. A 400 or 404 may also stand for a missing right.
   *
   * @throws XrayNotFoundException if there is none, or it may not be seen
   * @see "Artifactory REST API: Get Repository Configuration"
   */
  Repository get(String key);

  /** One repository, or nothing if there is none or it may not be seen. */
  Optional<Repository> find(String key);

  /**
   * Which repositories of an Artifactory are indexed, and which not.
   *
   * @param binaryManagerId {@code default} as a rule
   * @throws XrayNotFoundException if no Artifactory has this id
   * @see "JFrog REST APIs: Get Repositories Indexing Configuration"
   */
  IndexedRepositories indexed(String binaryManagerId);

  /**
   * A file of a repository; one in the cache of a remote repository by the cache's key.
   *
   * @param path inside the repository
   * @throws XrayNotFoundException if there is none, or it may not be seen
   * @see "Artifactory REST API: File Info"
   */
  StoredFile file(String repository, String path);

  /**
   * The properties of a file, each with its values; empty if it has none.
   *
   * @param path inside the repository
   * @throws XrayNotFoundException if there is no such file, or it may not be seen
   * @see "Artifactory REST API: Item Properties"
   */
  Map<String, List<String>> properties(String repository, String path);

  /**
   * Artifactory's switches for what Xray decides. Needs an administrator as a rule.
   *
   * @see "Artifactory REST API: Get Xray Integration Configuration"
   */
  XrayIntegration integration();
}
