package io.github.xrayclient.internal.repository;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.AnySuccess;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.json.ListDecoder;
import io.github.xrayclient.repository.IndexedRepositories;
import io.github.xrayclient.repository.Repositories;
import io.github.xrayclient.repository.Repository;
import io.github.xrayclient.repository.RepositoryFilter;
import io.github.xrayclient.repository.ScanConfiguration;
import io.github.xrayclient.repository.StoredFile;
import io.github.xrayclient.repository.XrayIntegration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads repositories and their files from Artifactory, and their indexing from Xray. */
public final class RepositoryService implements Repositories {
  private static final String ONE = "/artifactory/api/repositories/{key}";
  private static final String NO_PROPERTIES = "No properties could be found.";

  /** Some servers label a listing only with the type of their own. */
  private static final String LIST_TYPES = "application/json,"
      + " application/vnd.org.jfrog.artifactory.repositories.RepositoryDetailsList+json";

  private static final ListDecoder<Repository> LIST =
      new ListDecoder<>(Repository.class, "repositories");

  private final ApiCalls xray;

  public RepositoryService(ApiCalls xray) {
    this.xray = Objects.requireNonNull(xray, "xray");
  }

  @Override
  public List<Repository> list() {
    return list(RepositoryFilter.all());
  }

  @Override
  public List<Repository> list(RepositoryFilter filter) {
    ApiCall<ApiResponse> call =
        xray.call("GET", "/artifactory/api/repositories").header("Accept", LIST_TYPES);
    JsonNode parameters = Json.MAPPER.valueToTree(Objects.requireNonNull(filter, "filter"));
    for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
      call = call.query(parameter.getKey(), parameter.getValue().asText());
    }
    return call.decodedBy(LIST).send();
  }

  @Override
  public Repository get(String key) {
    try {
      return one(key).readAs(Repository.class).send();
    } catch (XrayNotFoundException | XrayBadRequestException missing) {
      throw ErrorAccess.get()
          .explained(
              missing, "the repository does not exist, or these credentials" + " may not see it");
    }
  }

  @Override
  public Optional<Repository> find(String key) {
    try {
      return Optional.of(one(key).readAs(Repository.class).send());
    } catch (XrayNotFoundException | XrayBadRequestException missing) {
      return Optional.empty();
    }
  }

  @Override
  public boolean exists(String key) {
    try {
      return one(key).decodedBy(AnySuccess::read).send();
    } catch (XrayNotFoundException | XrayBadRequestException missing) {
      return false;
    }
  }

  @Override
  public IndexedRepositories indexed(String binaryManagerId) {
    return xray.call(
            "GET",
            "/xray/api/v1/binMgr/{id}/repos",
            Arguments.name("binaryManagerId", binaryManagerId))
        .readAs(IndexedRepositories.class)
        .send();
  }

  @Override
  public ScanConfiguration scanConfiguration(String key) {
    return xray.call("GET", "/xray/api/v1/repos_config/{key}", Arguments.name("key", key))
        .since("3.41.4")
        .readAs(ScanConfiguration.class)
        .send();
  }

  @Override
  public StoredFile file(String repository, String path) {
    return storage(repository, path).readAs(StoredFile.class).send();
  }

  @Override
  public Map<String, List<String>> properties(String repository, String path) {
    try {
      return storage(repository, path)
          .query("properties", "")
          .decodedBy(RepositoryService::properties)
          .send();
    } catch (XrayNotFoundException none) {
      if (none.messages().stream().anyMatch(NO_PROPERTIES::equals)) {
        return Map.of();
      }
      throw none;
    }
  }

  @Override
  public XrayIntegration integration() {
    return xray.call("GET", "/artifactory/api/xrayRepo/getIntegrationConfig")
        .readAs(XrayIntegration.class)
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

  private ApiCall<ApiResponse> one(String key) {
    return xray.call("GET", ONE, Arguments.name("key", key));
  }

  private ApiCall<ApiResponse> storage(String repository, String path) {
    Arguments.name("repository", repository);
    String relative = Arguments.checked("path", path).replaceFirst("^/+", "");
    Arguments.path("path", relative);
    return xray.call("GET", "/artifactory/api/storage/{repository}/{+path}", repository, relative);
  }
}
