package io.github.xrayclient.repository;

import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.http.ApiCalls;
import java.util.Objects;
import java.util.Optional;

/** Repositories, as far as a diagnosis needs them; read only. Thread-safe. */
public final class Repositories {
  private final ApiCalls xray;

  /** The repositories that a client sees. */
  public Repositories(ApiCalls xray) {
    this.xray = Objects.requireNonNull(xray, "xray");
  }

  /**
   * One repository. A 400 or 404 may also stand for a missing right.
   *
   * @throws XrayNotFoundException if there is none, or it may not be seen
   * @see "Artifactory REST API: Get Repository Configuration"
   */
  public Repository get(String key) {
    return xray.call("GET", "/artifactory/api/repositories/{key}", key)
        .as(Repository.class)
        .send();
  }

  /** One repository, or nothing if there is none or it may not be seen. */
  public Optional<Repository> find(String key) {
    try {
      return Optional.of(get(key));
    } catch (XrayNotFoundException | XrayBadRequestException missing) {
      return Optional.empty();
    }
  }

  /**
   * Which repositories of an Artifactory are indexed, and which not.
   *
   * @param binaryManagerId {@code default} as a rule
   * @throws XrayNotFoundException if no Artifactory has this id
   * @see "JFrog REST APIs: Get Repositories Indexing Configuration"
   */
  public IndexedRepositories indexed(String binaryManagerId) {
    return xray.call("GET", "/xray/api/v1/binMgr/{id}/repos", binaryManagerId)
        .as(IndexedRepositories.class)
        .send();
  }
}
