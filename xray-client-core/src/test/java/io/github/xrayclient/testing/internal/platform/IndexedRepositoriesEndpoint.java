package io.github.xrayclient.testing.internal.platform;

import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.StoredObjects;

/** The endpoint for the indexed repositories of a connected Artifactory. */
public final class IndexedRepositoriesEndpoint implements Endpoints {
  private final JsonStore managers;

  public IndexedRepositoriesEndpoint(StoredObjects holdings) {
    this.managers = holdings.store(FakeXray.Kind.INDEXED_REPOSITORIES);
  }

  @Override
  public void addTo(Router router) {
    router.add("GET", "/xray/api/v1/binMgr/{}/repos", this::get);
  }

  private Answer get(Call call) {
    String id = call.variable();
    return managers
        .find(id)
        .map(manager -> Answer.json(200, manager))
        .orElseThrow(() -> Refusal.error(404, "Binary manager " + id + " was not found"));
  }
}
