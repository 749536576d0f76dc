package io.github.xrayclient.examples.cli;

import picocli.CommandLine.Option;

/** Which server, and which of its projects, a command looks at. */
public final class ProjectServerOptions extends ServerOptions {
  @Option(
      names = "--project",
      paramLabel = "KEY",
      description = "The project to look at; Curation has none.")
  public String project;
}
