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

  @Override
  public void refuseBeside(String option) {
    super.refuseBeside(option);
    if (project != null) {
      throw new IllegalArgumentException("--project cannot be used with " + option
          + ", which names a directory with the objects of all its projects; leave --project out");
    }
  }
}
