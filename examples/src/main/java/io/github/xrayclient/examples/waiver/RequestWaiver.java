package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.waiverrequest.CreatedWaiverRequest;
import io.github.xrayclient.curation.waiverrequest.WaiverRequest;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestDraft;
import io.github.xrayclient.curation.waiverrequest.WaiverRequests;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import io.github.xrayclient.examples.terminal.Visible;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Requests a waiver for a package that Curation refused. */
@Command(
    name = "request-waiver",
    header = "Requests a waiver for a package that Curation blocks.",
    description =
        "Sends a waiver request to the owners of the policies that block the package, who decide it"
            + " (see waiver-requests). Every user who may use the repository may request a waiver, if"
            + " the policies accept requests. If the same request with the same reason is pending,"
            + " no second one is sent, and standard error says so.",
    footer = {
      "xray-examples request-waiver --type npm --package left-pad --version 1.3.0 \\",
      "    --repo npm-remote --reason \"needed until the upgrade, ACME-17\""
    },
    exitCodeList = {
      ExitCode.ON_WRITE,
    })
public final class RequestWaiver implements Callable<Integer> {
  @Mixin
  RequestedWaiver requested;

  @Option(
      names = "--dry-run",
      description =
          "Shows the body of the request, or nothing if it is pending already, but does not send it.")
  boolean dryRun;

  @Mixin
  WholeServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    WaiverRequestDraft draft = requested.draft();
    try (Server connected = server.connect()) {
      WaiverRequests requests = Curation.of(connected.xray()).waiverRequests();
      Optional<WaiverRequest> pending = pending(requests, draft);
      if (pending.isPresent()) {
        result.say("This waiver is requested already, so no request "
            + (dryRun ? "would be sent." : "was sent."));
      }
      if (dryRun) {
        result.write(pending.isPresent() ? "" : ResultOptions.json(draft) + "\n");
        return ExitCode.DONE;
      }
      CreatedWaiverRequest created =
          pending.map(RequestWaiver::answer).orElseGet(() -> requests.create(draft));
      result.write((result.isJson() ? ResultOptions.json(created) : text(created)) + "\n");
    }
    return ExitCode.DONE;
  }

  private static Optional<WaiverRequest> pending(
      WaiverRequests requests, WaiverRequestDraft draft) {
    try {
      return requests.findPending(draft);
    } catch (XrayForbiddenException e) {
      return Optional.empty(); // who may request waivers need not have the right to list them
    }
  }

  private static CreatedWaiverRequest answer(WaiverRequest pending) {
    return CreatedWaiverRequest.builder()
        .id(pending.id())
        .status(pending.status())
        .build();
  }

  private static String text(CreatedWaiverRequest created) {
    return Visible.oneLine(
        "Waiver request " + created.id().map(Object::toString).orElse("")
            + created.status().map(status -> " is " + status).orElse(" was created") + ".");
  }
}
