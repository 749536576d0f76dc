package io.github.xrayclient.examples.cli;

import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.recording.Recorder;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options for requests: how long they may take, and where they are shown or recorded. */
final class RequestOptions {
  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "How long one request may take, with its repetitions: a number of seconds, or a"
          + " number with ms, s or m, such as 500ms or 2m; at most a day, which is 1440m. Default:"
          + " 60 seconds for each attempt, and 2 minutes for a search of violations.")
  Duration timeout;

  @Option(
      names = "--verbose",
      description =
          "Prints each request with its answer and its time on standard error. Secrets are"
              + " not printed.")
  boolean verbose;

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
   * Adds the time limit, the listener and the recorder. The recorder must be the last interceptor.
   *
   * @throws IllegalArgumentException if the directory is not empty, or if both options are given,
   *     which would leave open what happens to names
   */
  void addTo(XrayClientBuilder builder, Messages messages) {
    if (directory != null && directoryWithoutNames != null) {
      throw new IllegalArgumentException(
          "--record and --record-without-names cannot be used together; leave one of them out");
    }
    if (timeout != null) {
      builder.timeout(timeout).totalTimeout(timeout);
    }
    if (verbose) {
      builder.addListener(new RequestTimes(messages::request));
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
