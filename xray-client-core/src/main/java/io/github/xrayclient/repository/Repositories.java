package io.github.xrayclient.repository;

import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads repositories, their files and their indexing, as far as a diagnosis of blocked downloads
 * needs them; returned by {@code XrayClient.repositories()}. Immutable and thread-safe. Later
 * versions may add methods, so mock this interface, but do not implement it.
 */
public interface Repositories {
  /**
   * Reads the configuration of a repository with one request. For a repository that does not exist
   * or may not be read, Artifactory answers 400 or 404.
   *
   * @throws XrayNotFoundException if the server answers 404
   * @throws XrayBadRequestException if the server answers 400
   * @see "Artifactory REST API: Get Repository Configuration"
   */
  Repository get(String key);

  /**
   * Reads the configuration of a repository with one request; empty if the repository does not
   * exist or may not be read.
   */
  Optional<Repository> find(String key);

  /**
   * Reads with one request which repositories of an Artifactory Xray indexes, and which it does
   * not.
   *
   * @param binaryManagerId the id of the Artifactory; usually {@code default}
   * @throws XrayNotFoundException if no Artifactory has this id
   * @see "JFrog REST APIs: Get Repositories Indexing Configuration"
   */
  IndexedRepositories indexed(String binaryManagerId);

  /**
   * Reads the details of a file, such as its MIME type and times, with one request.
   *
   * @param repository the key of the repository; for a cached file of a remote repository, the key
   *     of the cache, which ends with {@code -cache}
   * @param path the path inside the repository
   * @throws XrayNotFoundException if the file does not exist or may not be read
   * @see "Artifactory REST API: File Info"
   */
  StoredFile file(String repository, String path);

  /**
   * Reads the properties that users set on a file, each with its values, with one request; empty if
   * it has none.
   *
   * @param repository the key of the repository; for a cached file of a remote repository, the key
   *     of the cache, which ends with {@code -cache}
   * @param path the path inside the repository
   * @throws XrayNotFoundException if the file does not exist or may not be read
   * @see "Artifactory REST API: Item Properties"
   */
  Map<String, List<String>> properties(String repository, String path);

  /**
   * Reads with one request how Artifactory enforces the decisions of Xray.
   *
   * @throws XrayForbiddenException if the token is not that of an administrator
   * @see "Artifactory REST API: Get Xray Integration Configuration"
   */
  XrayIntegration integration();
}
