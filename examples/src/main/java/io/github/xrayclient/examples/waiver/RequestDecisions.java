package io.github.xrayclient.examples.waiver;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.waiverrequest.WaiverDecision;
import io.github.xrayclient.curation.waiverrequest.WaiverRequest;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestId;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestStatus;
import io.github.xrayclient.curation.waiverrequest.WaiverRequests;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.value.WireValue;
import java.util.List;
import picocli.CommandLine.Option;

/** The options for decisions on waiver requests. */
final class RequestDecisions {
  /** What became of a request. */
  private enum Outcome {
    APPROVED("Approved"),
    REJECTED("Rejected"),
    WOULD_APPROVE("Would approve"),
    WOULD_REJECT("Would reject"),
    UNCHANGED("Unchanged");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    static Outcome of(WaiverDecision decision, boolean dryRun) {
      if (decision.status().equals(WaiverRequestStatus.APPROVED)) {
        return dryRun ? WOULD_APPROVE : APPROVED;
      }
      return dryRun ? WOULD_REJECT : REJECTED;
    }
  }

  @Option(
      names = "--approve",
      paramLabel = "ID",
      description = "The ID of a request to approve. Repeat the option for several requests.")
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
          "The number of days for which the approved waivers are valid. Only with --approve."
              + " Default: no limit.")
  Integer days;

  @Option(
      names = "--dry-run",
      description = "Shows the decisions, but does not send them. With --format json, each line has"
          + " the body of a request as decision.")
  boolean dryRun;

  private final StringBuilder shown = new StringBuilder();

  void check() {
    if (approved.isEmpty() && rejected.isEmpty()) {
      throw new IllegalArgumentException(
          "--justification is given, but no request is named; use --approve or --reject");
    }
    approved.stream().filter(rejected::contains).findFirst().ifPresent(id -> {
      throw new IllegalArgumentException(
          "--approve and --reject both name the request " + id + "; leave one of them out");
    });
    if (days != null && days < 1) {
      throw new IllegalArgumentException("--days must be at least 1, but was " + days);
    }
    if (days != null && approved.isEmpty()) {
      throw new IllegalArgumentException(
          "--days is for approvals, but --approve is not given; leave --days out");
    }
  }

  /** Decides the requests one after the other. What was done before a failure is shown as well. */
  void send(WaiverRequests requests, ResultOptions result) {
    WaiverDecision approval = days == null
        ? WaiverDecision.approve(justification)
        : WaiverDecision.approve(justification, days);
    try {
      approved.forEach(id -> decide(requests, id, approval, result));
      rejected.forEach(id -> decide(requests, id, WaiverDecision.reject(justification), result));
    } finally {
      result.write(shown.toString());
    }
  }

  private void decide(
      WaiverRequests requests, String text, WaiverDecision decision, ResultOptions result) {
    WaiverRequestId id = WaiverRequestId.of(text);
    boolean isNew = dryRun
        ? wouldDecide(requests.get(id), decision, result)
        : requests.ensureDecided(id, decision);
    if (!isNew) {
      result.say("Waiver request " + id + " is " + decision.status() + " already, so it "
          + (dryRun ? "would not be changed." : "was not changed."));
    }
    Outcome outcome = isNew ? Outcome.of(decision, dryRun) : Outcome.UNCHANGED;
    if (result.isJson()) {
      ObjectNode line = JsonNodeFactory.instance.objectNode();
      line.put("id", id.wire()).put("outcome", outcome.name());
      line.set("decision", XrayClient.jsonMapper().valueToTree(decision));
      shown.append(line).append('\n');
    } else if (isNew) {
      shown.append(outcome.words).append(' ').append(id).append(".\n");
    }
  }

  private static boolean wouldDecide(
      WaiverRequest request, WaiverDecision decision, ResultOptions result) {
    boolean isOther =
        request.status().filter(WaiverRequestStatus.PENDING::equals).isEmpty()
            && !decision.isMadeOn(request);
    if (isOther) {
      result.warn("Waiver request " + request.id() + " is not pending but "
          + request.status().map(WireValue::wire).orElse("without a status")
          + ", so the server may refuse this decision.");
    }
    return !decision.isMadeOn(request);
  }
}
