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
   * Reads all repositories that these credentials may see, with one request. It is not documented
   * whether the caches of remote repositories, whose keys end with {@code -cache}, are listed.
   *
   * @return the repositories with their key, class, package type, URL and description only
   * @see "Artifactory REST API: Get Repositories"
   */
  List<Repository> list();

  /**
   * Reads the repositories that pass a filter and that these credentials may see, with one request:
   * {@code list(RepositoryFilter.all().ofClass(RepositoryClass.REMOTE).packageType("npm"))}.
   *
   * @return the repositories with their key, class, package type, URL and description only
   * @see "Artifactory REST API: Get Repositories"
   */
  List<Repository> list(RepositoryFilter filter);

  /**
   * Reads the configuration of a repository with one request. For a repository that does not exist,
   * or that these credentials may not see, Artifactory answers 400 or 404. The configuration of a
   * remote repository is stored under its own key, not under that of its cache, which ends with
   * {@code -cache}.
   *
   * @throws XrayNotFoundException if the server answers 404
   * @throws XrayBadRequestException if the server answers 400
   * @see "Artifactory REST API: Get Repository Configuration"
   */
  Repository get(String key);

  /**
   * Reads the configuration of a repository with one request; empty if the server answers 400 or
   * 404, which means that the repository does not exist, or that these credentials may not see it.
   *
   * @throws XrayForbiddenException if the server answers 403, from which does not follow whether
   *     the repository exists
   */
  Optional<Repository> find(String key);

  /**
   * Finds out with one request whether these credentials can see a repository. False means that the
   * server answers 400 or 404: the repository does not exist, or they may not see it. Ask for a
   * remote repository by its own key, not by that of its cache, which ends with {@code -cache}.
   *
   * @throws XrayForbiddenException if the server answers 403, from which does not follow whether
   *     the repository exists
   */
  boolean exists(String key);

  /**
   * Reads with one request what Xray scans in a repository, and for how long it keeps the results.
   * Needs Xray 3.41.4 or later.
   *
   * @param key the key of the repository; for a remote repository, its own key and not that of its
   *     cache
   * @throws XrayBadRequestException if the server answers 400
   * @throws XrayNotFoundException if the server answers 404; it is not documented which of the two
   *     answers a server gives for a repository that it does not index or does not know
   * @see "JFrog REST APIs: Get Repository Configuration"
   */
  ScanConfiguration scanConfiguration(String key);

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
   * Reads with one request how Artifactory enforces the decisions of Xray. Needs Artifactory 7.37
   * or later. This library cannot change these settings.
   *
   * @throws XrayForbiddenException if the token is not that of an administrator
   * @see "Artifactory REST API: Get Xray Integration Configuration"
   */
  XrayIntegration integration();
}
