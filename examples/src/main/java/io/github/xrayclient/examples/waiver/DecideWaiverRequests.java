package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.waiverrequest.BlockingPolicy;
import io.github.xrayclient.curation.waiverrequest.WaiverRequest;
import io.github.xrayclient.curation.waiverrequest.WaiverRequests;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import io.github.xrayclient.examples.terminal.Table;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Decides waiver requests, and lists those that wait for the decision of this user. */
@Command(
    name = "waiver-requests",
    header = "Lists the waiver requests that wait for your decision, and approves or rejects them.",
    description =
        "With --approve or --reject, first decides the given requests, one after the other,"
            + " and then lists those that still wait. Without these options, does not change the"
            + " server.",
    footer = {
      "xray-examples waiver-requests",
      "xray-examples waiver-requests --approve 42 --justification \"until the upgrade\""
          + " --days 30",
    },
    exitCodeList = {
      ExitCode.ON_WRITE,
    })
public final class DecideWaiverRequests implements Callable<Integer> {
  @ArgGroup(exclusive = false)
  WaiverDecision decision;

  @Mixin
  WholeServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    List<WaiverRequest> waiting;
    if (decision != null) {
      decision.check();
    }
    try (Server connected = server.connect()) {
      WaiverRequests requests = Curation.of(connected.xray()).waiverRequests();
      if (decision != null) {
        decision.send(requests, result::say);
      }
      waiting = requests.list().decidableByMe().stream().collect(Collectors.toList());
    }
    StringBuilder json = new StringBuilder();
    Table table = new Table("ID", "PACKAGE", "REPOSITORY", "POLICIES", "REASONS");
    for (WaiverRequest request : waiting) {
      json.append(ResultOptions.json(request)).append('\n');
      table.row(
          request.id().wire(),
          request.packageName().orElse("") + ":" + request.packageVersion().orElse(""),
          request.repositoryKey().orElse(""),
          request.policies().stream()
              .map(BlockingPolicy::name)
              .flatMap(name -> name.stream())
              .collect(Collectors.joining(", ")),
          String.join(" | ", request.reasons()));
    }
    result.write(result.isJson() ? json.toString() : table.toString());
    return 0;
  }
}
