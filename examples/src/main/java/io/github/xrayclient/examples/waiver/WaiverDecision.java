package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.waiverrequest.WaiverRequestId;
import io.github.xrayclient.curation.waiverrequest.WaiverRequests;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The options for a decision on waiver requests. */
final class WaiverDecision {
  @Option(
      names = "--approve",
      paramLabel = "ID",
      description = "The ID of a request to approve. Repeat the option for several" + " requests.")
  List<String> approved = List.of();

  @Option(
      names = "--reject",
      paramLabel = "ID",
      description = "The ID of a request to reject. Repeat the option for several requests.")
  List<String> rejected = List.of();

  @Option(
      names = "--justification",
      paramLabel = "TEXT",
      required = true,
      description = "The reason for the decisions, which the server stores. Required with"
          + " --approve or --reject.")
  String justification;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      description =
          "The number of days for which the approved waivers are valid. Default:" + " no limit.")
  Integer days;

  void check() {
    if (approved.isEmpty() && rejected.isEmpty()) {
      throw new IllegalArgumentException(
          "--justification is given, but no request is named; use --approve or --reject");
    }
    if (days != null && days < 1) {
      throw new IllegalArgumentException("--days must be at least 1, but was " + days);
    }
    if (days != null && approved.isEmpty()) {
      throw new IllegalArgumentException(
          "--days is for approvals, but --approve is not given; leave --days out");
    }
  }

  /** Reports each decision at once, since a later one may fail. */
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
