package io.github.xrayclient.examples.cli;

import picocli.CommandLine.Option;

/** Which server a command talks to that has no use for a project. */
public final class WholeServerOptions extends ServerOptions {
  @Option(names = "--project", paramLabel = "KEY", hidden = true)
  void refuseProject(String key) {
    throw refused("--project " + key + " has no effect on this command: Curation has no projects,"
        + " and plans and journals name their own; leave the option out");
  }
}
