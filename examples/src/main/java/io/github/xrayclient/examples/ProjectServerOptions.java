package io.github.xrayclient.examples;

import picocli.CommandLine.Option;

/** Which server, and which of its projects, a command looks at. */
final class ProjectServerOptions extends ServerOptions {
  @Option(
      names = "--project",
      paramLabel = "KEY",
      description = "The project to look at; Curation has none.")
  String project;
}
