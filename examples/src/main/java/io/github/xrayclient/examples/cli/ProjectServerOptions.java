package io.github.xrayclient.examples.cli;

import picocli.CommandLine.Option;

/** The options for the server and the project that a command reads. */
public final class ProjectServerOptions extends ServerOptions {
  @Option(
      names = "--project",
      paramLabel = "KEY",
      description =
          "The key of a project, whose policies and watches are read. Default: only global ones."
              + " Curation has no projects.")
  public String project;
}
