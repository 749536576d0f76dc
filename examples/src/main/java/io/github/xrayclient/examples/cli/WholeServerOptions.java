package io.github.xrayclient.examples.cli;

import picocli.CommandLine.Option;

/** The options for the server of a command that does not support projects. */
public final class WholeServerOptions extends ServerOptions {
  @Option(names = "--project", paramLabel = "KEY", hidden = true)
  void refuseProject(String key) {
    throw refused(
        "--project " + key + " has no effect on this command, since Curation has no projects,"
            + " and plans and journals contain their project; leave the option out");
  }
}
