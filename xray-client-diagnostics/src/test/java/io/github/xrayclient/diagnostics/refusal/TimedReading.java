package io.github.xrayclient.diagnostics.refusal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * What a text was read as, and the processor time that this took. Other processes hardly change it,
 * so it can be compared on a busy machine. Immutable.
 */
final class TimedReading {
  /** What the compiler of the JVM may add to a short measurement. */
  static final long NOISE = 500_000_000;

  private final List<BlockedDownload> blocks;
  private final long nanos;

  private TimedReading(List<BlockedDownload> blocks, long nanos) {
    this.blocks = blocks;
    this.nanos = nanos;
  }

  static TimedReading of(String text) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    List<BlockedDownload> blocks = RefusalLog.parse(text).refusals();
    return new TimedReading(blocks, threads.getCurrentThreadCpuTime() - begin);
  }

  List<BlockedDownload> blocks() {
    return blocks;
  }

  long nanos() {
    return nanos;
  }
}
