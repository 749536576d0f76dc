package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.waiverrequest.BlockingPolicy;
import io.github.xrayclient.curation.waiverrequest.Requester;
import io.github.xrayclient.curation.waiverrequest.WaiverRequest;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import io.github.xrayclient.examples.terminal.Columns;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Decides waiver requests, or lists them. */
@Command(
    name = "waiver-requests",
    header = "Lists the waiver requests that wait for your decision, and approves or rejects them.",
    description = {
      "With --approve or --reject, decides the given requests, one after the other, and lists none;"
          + " the options that filter the list cannot be used then. A request that was decided in the"
          + " same way before is not decided again, and standard error says so. Without --approve"
          + " and --reject, does not change the server.",
      "With --format json, each line is a waiver request; after a decision, it has the id, the"
          + " outcome (APPROVED, REJECTED, UNCHANGED, WOULD_APPROVE or WOULD_REJECT) and the decision."
    },
    footer = {
      "xray-examples waiver-requests",
      "xray-examples waiver-requests --all --requester dev-1",
      "xray-examples waiver-requests --approve 42 --justification \"until the upgrade\""
          + " --days 30",
    },
    exitCodeList = {
      ExitCode.ON_WRITE,
    })
public final class DecideWaiverRequests implements Callable<Integer> {
  private static final Columns<WaiverRequest> COLUMNS = Columns.<WaiverRequest>of(
          "ID", WaiverRequest::id)
      .and(
          "PACKAGE",
          request ->
              request.packageName().orElse("") + ":" + request.packageVersion().orElse(""))
      .and("REPOSITORY", WaiverRequest::repositoryKey)
      .and("STATUS", WaiverRequest::status)
      .and("POLICIES", request -> present(request.policies(), BlockingPolicy::name))
      .and("WHO", request -> present(request.requesters(), Requester::user))
      .and("REASONS", request -> String.join(" | ", request.reasons()));

  @ArgGroup(exclusive = false)
  RequestDecisions decisions;

  @Mixin
  RequestFilters filters;

  @Mixin
  WholeServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    if (decisions != null) {
      decisions.check();
      filters.refuseBesideDecisions();
    }
    try (Server connected = server.connect()) {
      Curation curation = Curation.of(connected.xray());
      if (decisions != null) {
        decisions.send(curation.waiverRequests(), result);
      } else {
        result.write(filters.of(curation).collect(Collectors.toList()), COLUMNS);
      }
    }
    return ExitCode.DONE;
  }

  private static <T, V> List<V> present(List<T> objects, Function<T, Optional<V>> field) {
    return objects.stream().map(field).flatMap(Optional::stream).collect(Collectors.toList());
  }
}
