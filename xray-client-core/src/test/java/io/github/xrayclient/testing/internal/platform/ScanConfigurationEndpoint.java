package io.github.xrayclient.testing.internal.platform;

import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.StoredObjects;

/** The endpoint for what Xray scans in a repository, and for how long it keeps the results. */
public final class ScanConfigurationEndpoint implements Endpoints {
  private final JsonStore configurations;

  public ScanConfigurationEndpoint(StoredObjects holdings) {
    this.configurations = holdings.store(FakeXray.Kind.SCAN_CONFIGURATIONS);
  }

  @Override
  public void addTo(Router router) {
    router.add("GET", "/xray/api/v1/repos_config/{}", this::get);
  }

  private Answer get(Call call) {
    String key = call.variable();
    return configurations
        .find(key)
        .map(configuration -> Answer.json(200, configuration))
        .orElseThrow(() -> Refusal.error(
            400,
            "Request payload is invalid as repo '" + key
                + "' is either not indexed or does not exist"));
  }
}
