package io.github.xrayclient.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** How far the scan of an artifact is. A read, although it is a POST. */
final class ScanStatusEndpoint implements Endpoints {
  private final JsonStore statuses;

  ScanStatusEndpoint(Holdings holdings) {
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
