package io.github.xrayclient.testing.internal.platform;

import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.http.Settings;
import io.github.xrayclient.testing.internal.store.Trees;

/** The endpoints for ping and version, which need no token. */
public final class SystemEndpoints implements Endpoints {
  private final Settings settings;

  public SystemEndpoints(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void addTo(Router router) {
    router.addOpen("GET", "/xray/api/v1/system/ping", call -> ping());
    router.addOpen("GET", "/xray/api/v1/system/version", call -> version());
  }

  private static Answer ping() {
    return Answer.json(200, Trees.object("status", "pong"));
  }

  private Answer version() {
    return Answer.json(
        200, Trees.object("xray_version", settings.version).put("xray_revision", "5735964"));
  }
}
