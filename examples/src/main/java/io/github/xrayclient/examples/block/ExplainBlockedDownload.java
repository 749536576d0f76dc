package io.github.xrayclient.examples.block;

import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.Server;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Names the watches, policies and rules behind a "403: Artifact download request rejected". */
@Command(
    name = "explain",
    header = "Explains why a download is refused: which watch, policy and rule block it.",
    description =
        "Takes the text of a refusal, a build log with any number of refusals, or the key of a"
            + " repository with or without a path. Reads the policies, watches and violations of"
            + " the server, and asks Curation about packages. Does not change the server.",
    footer = {
      "xray-examples explain --message-file build.log",
      "xray-examples explain --message-file build.log --ask-again",
      "xray-examples explain --repo npm-remote --path left-pad/-/left-pad-1.3.0.tgz",
      "xray-examples explain --repo npm-remote --from exported",
    },
    exitCodeList = {
      "0:No cause was found, and all policies and watches could be read.",
      "10:At least one cause was found, on the server or in the text of the refusal.",
      "3:The command failed, the repository does not exist, or policies, watches, the repository,"
          + " its members or the status of the package could not be read, so causes may be missing.",
    })
public final class ExplainBlockedDownload implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  BlockQuestion question;

  @Option(
      names = "--ask-again",
      description = "Requests each refused download again if the text does not tell the reason, and"
          + " explains the server's answer. Needs an address of the same server. Each address is"
          + " requested once, and only the body of an error is read. A download that is allowed by now"
          + " is started and cancelled; the server may count it, and may cache the file. Only with"
          + " --message or --message-file.")
  boolean askAgain;

  @Mixin
  ExportOption export;

  @Mixin
  ProjectServerOptions server;

  @Mixin
  ReportOptions report;

  @Override
  public Integer call() throws Exception {
    server.refuseSecondUse(question.messageFile);
    question.refuseWithoutText(askAgain);
    List<BlockExplanation> explanations =
        export.isGiven() ? List.of(question.ask(export.read(server))) : ask();
    report.write(explanations);
    return ExplanationOutcome.exitCode(explanations, report::warn);
  }

  private List<BlockExplanation> ask() throws IOException {
    try (Server connected = server.connect()) {
      BlockedDownloads downloads = BlockedDownloads.of(connected.xray()).withServerVersion();
      if (server.project != null) {
        downloads = downloads.inProject(server.project);
      }
      List<BlockExplanation> explanations =
          question.ask(askAgain ? downloads.askAgain() : downloads, report::say);
      return new CommandsOfSteps(connected, server).in(explanations);
    }
  }
}
