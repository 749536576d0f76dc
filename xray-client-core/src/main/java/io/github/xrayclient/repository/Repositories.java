package io.github.xrayclient.repository;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Repositories, as far as a diagnosis needs them; read only. Thread-safe. */
public final class Repositories {
  private static final String NO_PROPERTIES = "No properties could be found.";

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

  /**
   * A file of a repository; one in the cache of a remote repository by the cache's key.
   *
   * @param path inside the repository
   * @throws XrayNotFoundException if there is none, or it may not be seen
   * @see "Artifactory REST API: File Info"
   */
  public StoredFile file(String repository, String path) {
    return storage(repository, path).as(StoredFile.class).send();
  }

  /**
   * The properties of a file, each with its values; empty if it has none.
   *
   * @param path inside the repository
   * @throws XrayNotFoundException if there is no such file, or it may not be seen
   * @see "Artifactory REST API: Item Properties"
   */
  public Map<String, List<String>> properties(String repository, String path) {
    try {
      return storage(repository, path)
          .query("properties", "")
          .decodedBy(Repositories::properties)
          .send();
    } catch (XrayNotFoundException none) {
      if (none.messages().stream().anyMatch(NO_PROPERTIES::equals)) {
        return Map.of();
      }
      throw none;
    }
  }

  /**
   * Artifactory's switches for what Xray decides. Needs an administrator as a rule.
   *
   * @see "Artifactory REST API: Get Xray Integration Configuration"
   */
  public XrayIntegration integration() {
    return xray.call("GET", "/artifactory/api/xrayRepo/getIntegrationConfig")
        .as(XrayIntegration.class)
        .send();
  }

  private static Map<String, List<String>> properties(ApiResponse response) throws IOException {
    Map<String, List<String>> properties = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property :
        Json.MAPPER.readTree(response.body()).path("properties").properties()) {
      List<String> values = new ArrayList<>();
      property.getValue().forEach(value -> values.add(value.asText()));
      properties.put(property.getKey(), Collections.unmodifiableList(values));
    }
    return Collections.unmodifiableMap(properties);
  }

  private ApiCall<ApiResponse> storage(String repository, String path) {
    StringBuilder template = new StringBuilder("/artifactory/api/storage/{repository}");
    List<Object> segments = new ArrayList<>(List.of(repository));
    for (String segment :
        Arguments.checked("path", path).replaceFirst("^/+", "").split("/", -1)) {
      template.append("/{path}");
      segments.add(segment);
    }
    return xray.call("GET", template.toString(), segments.toArray());
  }
}
