package io.github.xrayclient.testing.internal.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.StoredObjects;

/** The endpoint of Xray that lists webhooks. */
public final class WebhookEndpoint implements Endpoints {
  private final JsonStore webhooks;

  public WebhookEndpoint(StoredObjects holdings) {
    this.webhooks = holdings.store(FakeXray.Kind.WEBHOOKS);
  }

  @Override
  public void addTo(Router router) {
    router.add("GET", "/xray/api/v1/webhooks", call -> list());
  }

  private Answer list() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    webhooks.all().forEach(list::add);
    return Answer.json(200, list);
  }
}
