package io.github.xrayclient.testing.internal.platform;

import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.StoredObjects;

/** The endpoints of Artifactory for one repository, and for the Xray integration. */
public final class RepositoryEndpoints implements Endpoints {
  private final JsonStore repositories;
  private final JsonStore integration;

  public RepositoryEndpoints(StoredObjects holdings) {
    this.repositories = holdings.store(FakeXray.Kind.REPOSITORIES);
    this.integration = holdings.store(FakeXray.Kind.XRAY_INTEGRATION);
  }

  @Override
  public void addTo(Router router) {
    router.add("GET", "/artifactory/api/repositories/{}", this::get);
    router.add("GET", "/artifactory/api/xrayRepo/getIntegrationConfig", call -> integration());
  }

  private Answer get(Call call) {
    String key = call.variable();
    return repositories
        .find(key)
        .map(repository -> Answer.json(200, repository))
        .orElseThrow(() -> Refusal.errors(404, "Repository " + key + " was not found"));
  }

  /** Answers with the object that was stored last. */
  private Answer integration() {
    return integration.all().stream()
        .reduce((earlier, later) -> later)
        .map(settings -> Answer.json(200, settings))
        .orElseThrow(() -> Refusal.errors(404, "Xray is not configured"));
  }
}
