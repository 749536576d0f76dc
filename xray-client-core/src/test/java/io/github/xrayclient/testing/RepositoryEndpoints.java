package io.github.xrayclient.testing;

/** Artifactory's look-up of one repository. */
final class RepositoryEndpoints implements Endpoints {
  private final JsonStore repositories;

  RepositoryEndpoints(Holdings holdings) {
    this.repositories = holdings.store(FakeXray.Kind.REPOSITORIES);
  }

  @Override
  public void addTo(Router router) {
    router.add("GET", "/artifactory/api/repositories/{}", this::get);
  }

  private Answer get(Call call) {
    String key = call.variable();
    return repositories
        .find(key)
        .map(repository -> Answer.json(200, repository))
        .orElseThrow(() -> Refusal.errors(404, "Repository " + key + " was not found"));
  }
}
