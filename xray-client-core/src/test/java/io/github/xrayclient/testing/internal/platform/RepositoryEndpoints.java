package io.github.xrayclient.testing.internal.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The endpoints of Artifactory for repositories and for the Xray integration. As on a real server,
 * a listing has few members and spells types with capitals, and a missing repository is answered
 * with
 * 400.
 */
public final class RepositoryEndpoints implements Endpoints {
  private static final String ROOT = "/artifactory/api/repositories";
  private static final List<String> LISTED =
      List.of("key", "description", "type", "url", "packageType");

  private final JsonStore repositories;
  private final JsonStore integration;

  public RepositoryEndpoints(StoredObjects holdings) {
    this.repositories = holdings.store(FakeXray.Kind.REPOSITORIES);
    this.integration = holdings.store(FakeXray.Kind.XRAY_INTEGRATION);
  }

  @Override
  public void addTo(Router router) {
    router.add("GET", ROOT, this::list);
    router.add("GET", ROOT + "/{}", this::get);
    router.add("GET", "/artifactory/api/xrayRepo/getIntegrationConfig", call -> integration());
  }

  private Answer list(Call call) {
    return Answer.json(
        200,
        Trees.array(repositories.all().stream()
            .filter(repository -> fits(call, "type", repository, "rclass")
                && fits(call, "packageType", repository, "packageType")
                && fits(call, "project", repository, "projectKey"))
            .map(RepositoryEndpoints::listed)
            .collect(Collectors.toList())));
  }

  private static boolean fits(Call call, String parameter, ObjectNode repository, String member) {
    return call.query()
        .text(parameter)
        .map(wanted -> wanted.equalsIgnoreCase(Trees.text(repository, member)))
        .orElse(true);
  }

  private static ObjectNode listed(ObjectNode repository) {
    ObjectNode listed = Trees.shallowCopy(repository);
    String packageType = Trees.text(repository, "packageType");
    if (!packageType.isEmpty()) {
      listed.put(
          "packageType",
          packageType.substring(0, 1).toUpperCase(Locale.ROOT) + packageType.substring(1));
    }
    listed.put("type", Trees.text(repository, "rclass").toUpperCase(Locale.ROOT));
    return listed.retain(LISTED);
  }

  private Answer get(Call call) {
    return repositories
        .find(call.variable())
        .map(repository -> Answer.json(200, repository))
        .orElseThrow(() -> Refusal.errors(400, "Bad Request"));
  }

  /** Answers with the object that was stored last. */
  private Answer integration() {
    return integration.all().stream()
        .reduce((earlier, later) -> later)
        .map(settings -> Answer.json(200, settings))
        .orElseThrow(() -> Refusal.errors(404, "Xray is not configured"));
  }
}
