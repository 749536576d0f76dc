package io.github.xrayclient.examples.server;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.Server;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Keeps an embedded server running, so that several commands can use the same data. */
@Command(
    name = "demo-server",
    header = "Runs an embedded server with demo data until it is stopped.",
    description = "Prints the URL of the server, for the option --url of other commands. The server"
        + " accepts any token. Its data is lost when it stops.",
    footer = "xray-examples demo-server")
public final class RunDemoServer implements Callable<Integer> {
  @Spec
  CommandSpec command;

  @Override
  public Integer call() throws Exception {
    try (Server demo = Server.demo(XrayClient.builder())) {
      PrintWriter out = command.commandLine().getOut();
      out.println(demo.xray().baseUrl());
      if (out.checkError()) {
        return ExitCode
            .DONE; // Execution turns this into a failure, since the URL could not be printed
      }
      command
          .commandLine()
          .getErr()
          .println(
              "Give this URL to other commands with --url; any token is accepted. Stop the server"
                  + " with Ctrl-C.");
      new CountDownLatch(1).await();
    }
    return 0;
  }
}
