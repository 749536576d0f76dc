package io.github.xrayclient.testing.internal.platform;

import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import java.util.function.Function;

/**
 * The endpoints of Xray for the indexed repositories of a connected Artifactory, and for what is
 * scanned in a repository and for how long the results are kept.
 */
public final class XrayRepositoryEndpoints implements Endpoints {
  private final JsonStore managers;
  private final JsonStore configurations;

  public XrayRepositoryEndpoints(StoredObjects holdings) {
    this.managers = holdings.store(FakeXray.Kind.INDEXED_REPOSITORIES);
    this.configurations = holdings.store(FakeXray.Kind.SCAN_CONFIGURATIONS);
  }

  @Override
  public void addTo(Router router) {
    router.add(
        "GET",
        "/xray/api/v1/binMgr/{}/repos",
        call -> find(managers, call, XrayRepositoryEndpoints::unknownManager));
    router.add(
        "GET",
        "/xray/api/v1/repos_config/{}",
        call -> find(configurations, call, XrayRepositoryEndpoints::notIndexed));
  }

  private static Answer find(JsonStore store, Call call, Function<String, Refusal> missing) {
    String key = call.variable();
    return store
        .find(key)
        .map(found -> Answer.json(200, found))
        .orElseThrow(() -> missing.apply(key));
  }

  private static Refusal unknownManager(String id) {
    return Refusal.error(404, "Binary manager " + id + " was not found");
  }

  private static Refusal notIndexed(String key) {
    return Refusal.error(
        400,
        "Request payload is invalid as repo '" + key + "' is either not indexed or does not exist");
  }
}
