package io.github.xrayclient.testing;

/** Which repositories of a connected Artifactory are indexed. */
final class IndexedRepositoriesEndpoint implements Endpoints {
  private final JsonStore managers;

  IndexedRepositoriesEndpoint(Holdings holdings) {
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
