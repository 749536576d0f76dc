package io.github.xrayclient.examples;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.Server;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Keeps an embedded server, so that one command can find what another did. */
@Command(
    name = "demo-server",
    description = "Runs an embedded server with demo data until it is stopped; prints its URL.")
final class RunDemoServer implements Callable<Integer> {
  @Spec
  CommandSpec command;

  @Override
  public Integer call() throws Exception {
    try (Server demo = Server.demo(XrayClient.builder())) {
      PrintWriter out = command.commandLine().getOut();
      out.println(demo.xray().baseUrl());
      if (out.checkError()) {
        return ExitCode.DONE; // Execution makes a failure of it, since nobody was told the address
      }
      command
          .commandLine()
          .getErr()
          .println("Name it to other commands by --url; any token will do.");
      new CountDownLatch(1).await();
    }
    return 0;
  }
}
