package io.github.xrayclient.benchmark.page;

/** What a contender used in one round; times in microseconds. */
final class Sample {
  private final double time;
  private final double processorTime;
  private final double bytes;
  private final double pagesPerSecond;

  private Sample(double time, double processorTime, double bytes, double pagesPerSecond) {
    this.time = time;
    this.processorTime = processorTime;
    this.bytes = bytes;
    this.pagesPerSecond = pagesPerSecond;
  }

  /**
   * @param time the median of the times for one page
   * @param pages how many pages were read
   * @param elapsed the nanoseconds from the first page to the last
   */
  static Sample of(double time, long pages, long elapsed, long processorTime, long bytes) {
    return new Sample(
        time / 1e3, processorTime / 1e3 / pages, (double) bytes / pages, pages * 1e9 / elapsed);
  }

  /** Reads a line that {@link #toString()} made. */
  static Sample parse(String line) {
    String[] numbers = line.split(" ", -1);
    return new Sample(
        Double.parseDouble(numbers[0]),
        Double.parseDouble(numbers[1]),
        Double.parseDouble(numbers[2]),
        Double.parseDouble(numbers[3]));
  }

  /** The median time for a page. */
  double time() {
    return time;
  }

  /** The processor time of all threads for a page. */
  double processorTime() {
    return processorTime;
  }

  /** The bytes that all threads allocated for a page. */
  double bytes() {
    return bytes;
  }

  double pagesPerSecond() {
    return pagesPerSecond;
  }

  @Override
  public String toString() {
    return time + " " + processorTime + " " + bytes + " " + pagesPerSecond;
  }
}
