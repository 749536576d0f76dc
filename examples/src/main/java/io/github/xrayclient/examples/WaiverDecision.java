package io.github.xrayclient.examples;

import io.github.xrayclient.curation.waiverrequest.WaiverRequestId;
import io.github.xrayclient.curation.waiverrequest.WaiverRequests;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** What becomes of waiver requests, and why. */
final class WaiverDecision {
  @Option(names = "--approve", paramLabel = "ID", description = "A request to approve.")
  List<String> approved = List.of();

  @Option(names = "--reject", paramLabel = "ID", description = "A request to reject.")
  List<String> rejected = List.of();

  @Option(names = "--justification", paramLabel = "TEXT", required = true, description = "Why.")
  String justification;

  @Option(names = "--days", description = "Approves for so many days; without it for good.")
  Integer days;

  void check() {
    if (approved.isEmpty() && rejected.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing is decided; name requests by --approve or --reject");
    }
    if (days != null && approved.isEmpty()) {
      throw new IllegalArgumentException(
          "--days is for approvals, and nothing is approved; leave it out");
    }
  }

  /** Says what is done as it is done, since a later one may fail. */
  void send(WaiverRequests requests, Consumer<String> done) {
    for (String id : approved) {
      if (days == null) {
        requests.approve(WaiverRequestId.of(id), justification);
      } else {
        requests.approve(WaiverRequestId.of(id), justification, days);
      }
      done.accept("Approved " + id + ".");
    }
    for (String id : rejected) {
      requests.reject(WaiverRequestId.of(id), justification);
      done.accept("Rejected " + id + ".");
    }
  }
}
