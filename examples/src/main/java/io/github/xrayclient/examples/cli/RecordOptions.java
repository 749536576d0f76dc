package io.github.xrayclient.examples.cli;

import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.recording.Recorder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that record what is sent to the server and what it answers, for a bug report. */
final class RecordOptions {
  @Option(
      names = "--record",
      paramLabel = "DIR",
      description =
          "Writes each request and its answer to a file in this new directory, without secrets, to"
              + " attach them to a bug report. Names are kept.")
  Path directory;

  @Option(
      names = "--record-without-names",
      paramLabel = "DIR",
      description = "Like --record, but replaces names of hosts, repositories, users, policies,"
          + " packages and others, the same name always by the same word.")
  Path directoryWithoutNames;

  private Recorder recorder;

  /**
   * Adds the recorder, after all other interceptors.
   *
   * @throws IllegalArgumentException if the directory is not empty, or if both options are given, which
   *     would leave open what happens to names
   */
  void addTo(XrayClientBuilder builder, Messages messages) {
    if (directory != null && directoryWithoutNames != null) {
      throw new IllegalArgumentException(
          "--record and --record-without-names cannot be used together; leave one of them out");
    }
    Path to = directory == null ? directoryWithoutNames : directory;
    if (to == null) {
      return;
    }
    if (recorder == null) { // a command may connect twice
      Recorder kept = Recorder.to(to).onProblem(problem -> messages.warning(problem.getMessage()));
      recorder = directory == null ? kept.replacingNames() : kept;
    }
    builder.addInterceptor(recorder);
  }
}
