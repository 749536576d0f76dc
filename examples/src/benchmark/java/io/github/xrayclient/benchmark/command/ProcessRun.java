package io.github.xrayclient.benchmark.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What a whole process used. While it runs, its processor time and the peak of its memory are read
 * every few milliseconds, because the system forgets them when the process ends.
 */
final class ProcessRun {
  private static final long MILLISECONDS = 5;
  private static final String PEAK = "VmHWM:";

  private final double seconds;
  private final double processorSeconds;
  private final double peakBytes;

  private ProcessRun(double seconds, double processorSeconds, double peakBytes) {
    this.seconds = seconds;
    this.processorSeconds = processorSeconds;
    this.peakBytes = peakBytes;
  }

  /**
   * Runs a command to its end.
   *
   * @param output gets what the process prints
   * @param exitCodes those that mean success
   */
  static ProcessRun of(List<String> command, Path output, Set<Integer> exitCodes)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    Duration processor = Duration.ZERO;
    long peak = 0;
    do {
      processor = process.info().totalCpuDuration().orElse(processor);
      peak = Math.max(peak, peak(process));
    } while (!process.waitFor(MILLISECONDS, TimeUnit.MILLISECONDS));
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!exitCodes.contains(process.exitValue())) {
      throw new IllegalStateException("the command " + command + " ended with exit code "
          + process.exitValue() + "; " + output + " has what it printed");
    }
    return new ProcessRun(seconds, processor.toMillis() / 1e3, peak);
  }

  double seconds() {
    return seconds;
  }

  double processorSeconds() {
    return processorSeconds;
  }

  /** The most physical memory that the process had, or 0 if the system is not Linux. */
  double peakMegabytes() {
    return peakBytes / 1e6;
  }

  private static long peak(Process process) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
        if (line.startsWith(PEAK)) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
        }
      }
      return 0; // the process has ended
    } catch (IOException e) {
      return 0; // the process has ended, or the system has no such files
    }
  }
}
