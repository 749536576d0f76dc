package io.github.xrayclient.examples.cli;

import picocli.CommandLine.Option;

/** The options for the server and the project that a command reads. */
public final class ProjectServerOptions extends ServerOptions {
  @Option(
      names = "--project",
      paramLabel = "KEY",
      description =
          "The key of the project whose policies and watches are read. Default: only global"
              + " policies and watches. Curation policies do not belong to projects.")
  public String project;
}
