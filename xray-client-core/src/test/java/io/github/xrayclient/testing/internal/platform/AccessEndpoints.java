package io.github.xrayclient.testing.internal.platform;

import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.StoredObjects;

/** The endpoints of Access for one group and for one project. */
public final class AccessEndpoints implements Endpoints {
  private final JsonStore groups;
  private final JsonStore projects;

  public AccessEndpoints(StoredObjects holdings) {
    this.groups = holdings.store(FakeXray.Kind.GROUPS);
    this.projects = holdings.store(FakeXray.Kind.PROJECTS);
  }

  @Override
  public void addTo(Router router) {
    router.add("GET", "/access/api/v2/groups/{}", call -> find(groups, call));
    router.add("GET", "/access/api/v1/projects/{}", call -> find(projects, call));
  }

  private static Answer find(JsonStore store, Call call) {
    return store
        .find(call.variable())
        .map(found -> Answer.json(200, found))
        .orElseThrow(() -> Refusal.errors(404, call.variable() + " was not found"));
  }
}
