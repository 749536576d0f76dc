package io.github.xrayclient.testing.internal.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.policy.PolicyRules;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.List;

/** The endpoint for the scan status of an artifact. It only reads, although it is a POST. */
public final class ScanStatusEndpoint implements Endpoints {
  private final JsonStore statuses;

  public ScanStatusEndpoint(StoredObjects holdings) {
    this.statuses = holdings.store(FakeXray.Kind.SCAN_STATUSES);
  }

  @Override
  public void addTo(Router router) {
    router.add("POST", "/xray/api/v1/artifact/status", this::status);
  }

  private Answer status(Call call) {
    ObjectNode body = call.body(400, PolicyRules.UNPARSABLE);
    for (String member : List.of("repo", "path")) {
      if (!body.path(member).isTextual() || Trees.isEmpty(body.path(member))) {
        throw Refusal.error(400, member + " is required");
      }
    }
    ObjectNode status = statuses
        .find(Trees.text(body, "repo"), Trees.text(body, "path"))
        .map(Trees::shallowCopy)
        .orElseGet(ScanStatusEndpoint::notScanned);
    return Answer.json(200, status.remove(List.of("repo", "path")));
  }

  private static ObjectNode notScanned() {
    ObjectNode status = Trees.object();
    status.set("overall", Trees.object("status", "NOT_SCANNED").put("time", ""));
    status.set("details", Trees.object());
    return status;
  }
}
